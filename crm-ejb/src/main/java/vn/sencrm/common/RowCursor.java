package vn.sencrm.common;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads the columns of a row from left to right, as the query names them. For rows of many columns of which a page has
 * many: to look each column up by its name takes as long as to read it.
 */
public final class RowCursor {

    private final ResultSet row;
    private int column;

    public RowCursor(ResultSet row) {
        this.row = row;
    }

    public long number() throws SQLException {
        return row.getLong(++column);
    }

    public Long numberOrNull() throws SQLException {
        long value = number();
        return row.wasNull() ? null : value;
    }

    public int integer() throws SQLException {
        return row.getInt(++column);
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(++column);
    }

    /** Null where the column is, like all that follow. */
    public String text() throws SQLException {
        return row.getString(++column);
    }

    public LocalDate date() throws SQLException {
        return row.getObject(++column, LocalDate.class);
    }

    public Instant instant() throws SQLException {
        Timestamp value = row.getTimestamp(++column);
        return value == null ? null : value.toInstant();
    }
}
