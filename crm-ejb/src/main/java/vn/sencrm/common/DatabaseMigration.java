package vn.sencrm.common;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else of the application runs: the numbered scripts of
 * {@code db/migration}, under Flyway's lock, so that several servers may start at once. Other start-up beans depend on
 * this one.
 */
@Internal
@Singleton(name = DatabaseMigration.NAME)
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

    public static final String NAME = "DatabaseMigration";

    private static final Logger LOG = Logger.getLogger(DatabaseMigration.class.getName());

    @Resource(lookup = "java:jboss/datasources/CrmDS")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        // The job repository and others keep tables in the same schema, so it is not empty even at the first start.
        int executed = Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(dataSource)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // A number that was kept free for a feature may come behind higher ones.
                .outOfOrder(true)
                .load()
                .migrate()
                .migrationsExecuted;
        LOG.info(() -> "Database schema is up to date, migrations executed: " + executed);
    }
}
