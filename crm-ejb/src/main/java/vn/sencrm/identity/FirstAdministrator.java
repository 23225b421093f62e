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
import java.util.UUID;
import java.util.logging.Logger;
import vn.sencrm.common.Database;
import vn.sencrm.common.DatabaseMigration;
import vn.sencrm.common.Internal;
import vn.sencrm.common.SqlFragment;

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
    Database database;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    @PostConstruct
    void createIfNobodyExists() {
        String given = config.adminPassword().orElse(null);
        String password = given == null ? randomPassword() : given;
        if (insert(password, given == null) && given == null) {
            LOG.warning(() -> "First administrator: user " + config.adminUser() + ", password " + password
                    + " (shown this once; to be changed at the first sign-in)");
        }
    }

    /** One statement, so that of two servers starting at once only one makes the user. */
    private boolean insert(String password, boolean mustChange) {
        if (database.first(SqlFragment.of("select 1 from app_user limit 1"), row -> 1)
                .isPresent()) {
            return false;
        }
        return database.update(SqlFragment.of(
                        """
                        insert into app_user (id, username, full_name, full_name_fold, role_code, password_hash,
                                              must_change_password, stamp, created_at)
                        values (1, ?, 'Quản trị viên', 'quan tri vien', 'ADMINISTRATOR', ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        config.adminUser(),
                        PasswordHash.of(password).toString(),
                        mustChange,
                        UUID.randomUUID().toString(),
                        clock.instant()))
                == 1;
    }

    private static String randomPassword() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
