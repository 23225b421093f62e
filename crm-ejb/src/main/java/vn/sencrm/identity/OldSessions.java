package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.sencrm.common.PurgeStep;

/** Sign-in sessions that were last seen a month ago. */
@ApplicationScoped
class OldSessions implements PurgeStep {

    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    IdentityPurgeSql sql;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "sign-in-sessions";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteSessions(clock.instant().minus(KEPT), atMost);
    }
}
