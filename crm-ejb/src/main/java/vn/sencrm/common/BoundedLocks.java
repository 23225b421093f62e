package vn.sencrm.common;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets no migration wait for a lock longer than a few seconds: whoever asks for the table after it waits behind it, on
 * the other servers too, which still serve users.
 */
final class BoundedLocks implements Callback {

    private static final String BOUND = "set local lock_timeout = '5s'";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** For the migration's transaction alone: the connection goes back to the pool. */
    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(BOUND);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "bounded locks";
    }
}
