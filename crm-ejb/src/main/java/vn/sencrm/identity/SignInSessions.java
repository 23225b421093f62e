package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.TextFold;

/**
 * The sessions of browsers that are signed in, on whatever server. The container knows a session by its cookie; here it is a
 * row that its user can see and end.
 */
@ApplicationScoped
public class SignInSessions {

    /** Not written at every request: a session was seen at most so long after its row says. */
    public static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private static final int MAX_ADDRESS = 60;
    private static final int MAX_AGENT = 300;

    @Inject
    SignInSessionSql sql;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /** Tells the id of the session that begins. */
    public long begin(Account account, String address, String agent) {
        return sql.insert(account, cut(address, MAX_ADDRESS), cut(TextFold.clean(agent), MAX_AGENT), clock.instant());
    }

    public void seen(long id) {
        sql.seen(id, clock.instant());
    }

    /** The session goes on after a change that ends all others. */
    public void renew(long id, Account account) {
        sql.renew(id, account.stamp());
    }

    /** Ends one of a user's sessions; one of somebody else's is left alone. */
    public void end(long userId, long id) {
        sql.end(userId, id, clock.instant());
    }

    /** Those that are still good, the last seen first. */
    public List<SignInSession> of(long userId) {
        Instant now = clock.instant();
        return sql.of(userId, now.minus(config.sessionIdle()).minus(SEEN_EVERY), now.minus(config.sessionLifetime()));
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
