package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of sign-in and tokens; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
public class IdentityConfig {

    @Inject
    @ConfigProperty(name = "crm.identity.failures-before-lock")
    int failuresBeforeLock;

    @Inject
    @ConfigProperty(name = "crm.identity.first-lock")
    Duration firstLock;

    @Inject
    @ConfigProperty(name = "crm.identity.longest-lock")
    Duration longestLock;

    @Inject
    @ConfigProperty(name = "crm.identity.token-lifetime")
    Duration tokenLifetime;

    @Inject
    @ConfigProperty(name = "crm.identity.session-lifetime")
    Duration sessionLifetime;

    @Inject
    @ConfigProperty(name = "crm.identity.session-idle")
    Duration sessionIdle;

    @Inject
    @ConfigProperty(name = "crm.identity.password-min-length")
    int passwordMinLength;

    @Inject
    @ConfigProperty(name = "crm.admin.user")
    String adminUser;

    @Inject
    @ConfigProperty(name = "crm.admin.password")
    Optional<String> adminPassword;

    /** How long a session lasts at most, however busy it is. */
    public Duration sessionLifetime() {
        return sessionLifetime;
    }

    /** After so long without a request a session has ended; as {@code session-timeout} of web.xml has it. */
    Duration sessionIdle() {
        return sessionIdle;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    int passwordMinLength() {
        return passwordMinLength;
    }

    String adminUser() {
        return adminUser;
    }

    /** The first administrator's password when the installation gives one. */
    Optional<String> adminPassword() {
        return adminPassword.filter(password -> !password.isBlank());
    }

    /** How long the n-th failure in a row locks the name: zero at first, then doubling up to the longest lock. */
    Duration lockAfter(int failures) {
        int beyond = failures - failuresBeforeLock;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration lock = firstLock.multipliedBy(1L << Math.min(beyond, 20));
        return lock.compareTo(longestLock) > 0 ? longestLock : lock;
    }
}
