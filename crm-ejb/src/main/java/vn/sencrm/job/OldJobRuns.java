package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.PurgeStep;

/** Runs of jobs that ended long ago; the last one of each job stays. */
@ApplicationScoped
class OldJobRuns implements PurgeStep {

    @Inject
    JobSql sql;

    @Inject
    JobConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "job-runs";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteRuns(clock.instant().minus(config.keepRuns()), atMost);
    }
}
