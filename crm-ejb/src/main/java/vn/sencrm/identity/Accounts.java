package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Who a session or a token belongs to. Asked on every request and never cached (0.1 ms), so that deactivation, a
 * changed role and a revoked token hold at once.
 */
@ApplicationScoped
public class Accounts {

    @Inject
    IdentitySql sql;

    @Inject
    Clock clock;

    /** An active user. */
    public Optional<Account> byId(long id) {
        return sql.byId(id);
    }

    /**
     * The active user of a session that was not ended.
     *
     * @param session null for a session that began before sessions were written down
     */
    public Optional<Account> bySession(long id, Long session) {
        return session == null ? sql.byId(id) : sql.bySession(id, session);
    }

    /** The active user of a token that is neither expired nor revoked. */
    public Optional<Account> byToken(String token) {
        return sql.byTokenHash(TokenService.hash(token), clock.instant());
    }

    /** Of somebody whom the container has let in under this name. */
    public Optional<Account> byUsername(String username) {
        return sql.byUsername(username);
    }
}
