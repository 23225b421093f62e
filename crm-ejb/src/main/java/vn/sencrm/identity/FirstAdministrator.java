package vn.sencrm.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.logging.Logger;
import vn.sencrm.common.DatabaseMigration;
import vn.sencrm.common.Internal;

/**
 * Makes the first administrator of an empty database. A password from the configuration stays as it is; a random one
 * is told once in the log and must be changed at the first sign-in, so that no default password exists.
 */
@Internal
@Singleton(name = FirstAdministrator.NAME)
@Startup
@PermitAll
@DependsOn(DatabaseMigration.NAME)
public class FirstAdministrator {

    public static final String NAME = "FirstAdministrator";

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    IdentitySql sql;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    @PostConstruct
    void createIfNobodyExists() {
        String given = config.adminPassword().orElse(null);
        if (sql.isAnybodyThere()) {
            return;
        }
        String password = given == null ? randomPassword() : given;
        boolean isNew = sql.insertFirstUser(
                config.adminUser(), PasswordHash.of(password).toString(), given == null, clock.instant());
        if (isNew && given == null) {
            LOG.warning(() -> "First administrator: user " + config.adminUser() + ", password " + password
                    + " (shown this once; to be changed at the first sign-in)");
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
