package vn.sencrm.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vn.sencrm.common.TextFold;

/**
 * Checks a name and a password (SEC-3). Unknown names, wrong passwords and deactivated users get the same answer after
 * the same work; repeated failures lock the name for a time that doubles, whether such a user exists or not.
 */
@Stateless
@PermitAll
// The hash takes a fifth of a second: no transaction, so no database connection is held meanwhile.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    /** Verified when there is no such user, so that the answer takes as long. */
    private static final PasswordHash NOBODY = PasswordHash.of("nobody has this password");

    @Inject
    IdentitySql sql;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /** @throws SignInRefusedException when the name is locked, or name and password do not belong together */
    public Account signIn(String username, String password) {
        String key = key(username);
        refuseWhileLocked(key);
        Optional<IdentitySql.Credentials> known = sql.credentials(TextFold.clean(username));
        PasswordHash stored = known.map(IdentitySql.Credentials::passwordHash)
                .map(PasswordHash::parse)
                .orElse(NOBODY);
        boolean matches = stored.matches(password);
        if (!matches || known.isEmpty()) {
            throw refused(key);
        }
        sql.clearFailures(key);
        sql.noteSignIn(known.get().account().id(), clock.instant());
        return known.get().account();
    }

    private void refuseWhileLocked(String key) {
        Instant now = clock.instant();
        sql.attempts(key)
                .map(IdentitySql.Attempts::lockedUntil)
                .filter(now::isBefore)
                .ifPresent(until -> {
                    throw SignInRefusedException.locked(
                            Duration.between(now, until).toSeconds() + 1);
                });
    }

    private SignInRefusedException refused(String key) {
        Instant now = clock.instant();
        Duration lock = config.lockAfter(sql.countFailure(key, now));
        if (lock.isZero()) {
            return SignInRefusedException.wrong();
        }
        sql.lock(key, now.plus(lock));
        return SignInRefusedException.locked(lock.toSeconds());
    }

    /** As the database compares names; cut, so that nobody fills the table with long ones. */
    private static String key(String username) {
        String name = TextFold.clean(username).toLowerCase(Locale.ROOT);
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
