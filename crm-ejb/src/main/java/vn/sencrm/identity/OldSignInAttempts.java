package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.sencrm.common.PurgeStep;

/** Failed sign-ins that nobody followed up for a day. */
@ApplicationScoped
class OldSignInAttempts implements PurgeStep {

    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    IdentityPurgeSql sql;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "sign-in-attempts";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteAttempts(clock.instant().minus(KEPT), clock.instant(), atMost);
    }
}
