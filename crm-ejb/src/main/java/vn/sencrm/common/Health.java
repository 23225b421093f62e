package vn.sencrm.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether what this server cannot do without is there. */
@ApplicationScoped
public class Health {

    private static final Logger LOG = Logger.getLogger(Health.class.getName());

    @Inject
    Database database;

    /** Asks the database a trivial question; false when it does not answer. */
    public boolean isDatabaseThere() {
        try {
            return database.first(SqlFragment.of("select 1"), row -> true).isPresent();
        } catch (DatabaseException e) {
            LOG.log(
                    Level.WARNING,
                    "The database does not answer: {0}",
                    e.getCause().getMessage());
            return false;
        }
    }
}
