package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.sencrm.common.PurgeStep;

/** Tokens that expired or were revoked a month ago. */
@ApplicationScoped
class OldTokens implements PurgeStep {

    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    IdentityPurgeSql sql;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteTokens(clock.instant().minus(KEPT), atMost);
    }
}
