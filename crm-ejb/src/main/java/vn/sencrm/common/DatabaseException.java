package vn.sencrm.common;

import java.sql.SQLException;

/** The database refused or could not be reached. Users are told that, with a reference; the log has the cause. */
public class DatabaseException extends CrmException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(cause, "DATABASE");
    }

    /** PostgreSQL's five-character error class, empty when the connection itself failed without one. */
    public String sqlState() {
        String state = ((SQLException) getCause()).getSQLState();
        return state == null ? "" : state;
    }
}
