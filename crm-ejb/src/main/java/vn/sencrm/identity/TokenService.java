package vn.sencrm.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

/** Bearer tokens of programs (API-1): random, shown once, stored as a hash, with an expiry. */
@Stateless
@PermitAll
public class TokenService {

    /** A token just made: the only time its text is known. */
    public record IssuedToken(String token, Instant expiresAt) {}

    private static final String PREFIX = "sen_";
    private static final int RANDOM_BYTES = 32;

    @Inject
    SignInService signIn;

    @Inject
    IdentitySql sql;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /** @throws SignInRefusedException as a sign-in does, and while a first password has not been changed */
    public IssuedToken issue(String username, String password) {
        Account account = signIn.signIn(username, password);
        if (account.mustChangePassword()) {
            throw SignInRefusedException.passwordMustChange();
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(config.tokenLifetime());
        sql.insertToken(account.id(), "api", hash(token), now, expiresAt);
        return new IssuedToken(token, expiresAt);
    }

    /** Ends a token before its time; an unknown one is no error. */
    public void revoke(String token) {
        sql.revokeToken(hash(token), clock.instant());
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
