package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSource;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunTable;

/** Exports that wait for a server to write them, and their job among those that an operator watches. */
@ApplicationScoped
class ExportRuns implements RunSource, JobSource {

    static final String JOB = "export-run";

    @Inject
    ExportRunSql runs;

    @Inject
    ExportConfig config;

    @Override
    public String jobName() {
        return JOB;
    }

    @Override
    public RunTable table() {
        return ExportRunSql.TABLE;
    }

    @Override
    public int maxAttempts() {
        return config.maxAttempts();
    }

    @Override
    public Optional<JobRun> lastRun() {
        return runs.last()
                .map(run -> new JobRun(
                        run.id(),
                        JOB,
                        JobRunState.valueOf(run.state().name()),
                        Map.of("rows", run.position()),
                        run.createdAt(),
                        run.createdAt(),
                        run.finishedAt(),
                        run.errorCode(),
                        run.errorDetail()));
    }
}
