package vn.sencrm.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.sencrm.common.PurgeStep;

/** The log of dealings a year ago and more. */
@ApplicationScoped
class OldDeals implements PurgeStep {

    private static final Duration KEPT = Duration.ofDays(365);

    @Inject
    TeamLoadSql sql;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "team-deals";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteDeals(clock.instant().minus(KEPT), atMost);
    }
}
