package vn.sencrm.common;

import java.sql.SQLException;
import java.util.function.Predicate;

/** The database refused or could not be reached. Users are told that, with a reference; the log has the cause. */
public class DatabaseException extends CrmException {

    private static final long serialVersionUID = 1L;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    public DatabaseException(SQLException cause) {
        super(cause, "DATABASE");
    }

    /**
     * Whether a failure, however wrapped, means that the database went away or dropped the connection: the same work may
     * go well a moment later.
     */
    public static boolean isConnectionLost(Throwable failure) {
        return hasState(failure, DatabaseException::isLost);
    }

    /** Whether a failure, however wrapped, means that somebody held a lock for longer than it was waited for. */
    public static boolean isLockHeld(Throwable failure) {
        return hasState(failure, LOCK_NOT_AVAILABLE::equals);
    }

    private static boolean hasState(Throwable failure, Predicate<String> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof SQLException refused && wanted.test(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** None: the pool got no connection. 08: broken; 57P: shut down or starting; 25P03: dropped for idling in a transaction. */
    private static boolean isLost(String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** PostgreSQL's five-character error class, empty when the connection itself failed without one. */
    public String sqlState() {
        String state = ((SQLException) getCause()).getSQLState();
        return state == null ? "" : state;
    }
}
