package vn.sencrm.common;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date before anything else of the application runs: the numbered scripts of
 * {@code db/migration}, under Flyway's lock, so that several servers may start at once. Other start-up beans depend on
 * this one. A schema that is newer than this release is taken as it is: migrations only add.
 */
@Internal
@Singleton(name = DatabaseMigration.NAME)
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

    public static final String NAME = "DatabaseMigration";

    private static final Logger LOG = Logger.getLogger(DatabaseMigration.class.getName());

    /** Five minutes with the seconds that each waits, about half of what the server grants a deployment. */
    private static final int ATTEMPTS = 45;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource(lookup = "java:jboss/datasources/CrmDS")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        int executed = 0;
        boolean isDone = false;
        for (int attempt = 1; !isDone; attempt++) {
            try {
                executed = flyway().migrate().migrationsExecuted;
                isDone = true;
            } catch (FlywayException e) {
                waitForLocks(attempt, e);
            }
        }
        LOG.log(Level.INFO, "Database schema is up to date, migrations executed: {0}", executed);
    }

    private Flyway flyway() {
        // The job repository and others keep tables in the same schema, so it is not empty even at the first start.
        return Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(dataSource)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // A number that was kept free for a feature may come behind higher ones.
                .outOfOrder(true)
                // Seconds for which a server waits while another one migrates.
                .lockRetryCount(300)
                // An older release starts on a newer schema: beside a newer server, or when somebody goes back.
                .ignoreMigrationPatterns("*:future", "*:missing")
                .callbacks(new BoundedLocks())
                .load();
    }

    /** What was migrated stays; the one that met a lock is rolled back, and whoever waited behind it goes on. */
    private static void waitForLocks(int attempt, FlywayException failure) {
        if (attempt == ATTEMPTS || !DatabaseException.isLockHeld(failure)) {
            throw failure;
        }
        LOG.log(
                Level.WARNING,
                "A migration waits for a table that somebody else holds (attempt {0} of {1})",
                new Object[] {attempt, ATTEMPTS});
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
