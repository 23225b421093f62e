package vn.sencrm.common;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.postgresql.jdbc.PgResultSet;

/**
 * Plain SQL on the product's data source, for the {@code *Sql} classes: reads into records and writes on sets. A call
 * inside a JTA transaction is part of it; outside, each statement stands alone.
 */
@ApplicationScoped
public class Database {

    /** Makes one value of the row at which the result stands. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on a connection that {@link #with} opens and closes. */
    @FunctionalInterface
    public interface ConnectionWork<T> {
        T on(Connection connection) throws SQLException;
    }

    /** After so many executions the driver keeps a statement, and PostgreSQL its plan; 0 is never. */
    private static final int PLAN_EACH_TIME = 0;

    private static final int PLAN_ONCE = 3;

    /** The connection of the reading that this thread is in, see {@link #together}. */
    private static final ThreadLocal<Connection> KEPT = new ThreadLocal<>();

    @Resource(lookup = "java:jboss/datasources/CrmDS")
    private DataSource dataSource;

    /**
     * All rows of a query that is planned anew with the values at hand: the right plan of a search depends on how
     * frequent a word is and on who looks.
     */
    public <T> List<T> list(SqlFragment query, RowReader<T> reader) {
        return list(query, reader, PLAN_EACH_TIME);
    }

    /**
     * The same by a plan that is made once per connection: for what is asked at every request and found by keys, where
     * planning takes longer than finding.
     */
    public <T> List<T> listByKeys(SqlFragment query, RowReader<T> reader) {
        return list(query, reader, PLAN_ONCE);
    }

    /**
     * Statements of one reading outside a transaction, on one connection: whenever one is taken from the pool, the
     * database is asked whether it still lives. Inside a transaction all statements share its connection anyway.
     */
    public <T> T together(Supplier<T> reading) {
        if (KEPT.get() != null) {
            return reading.get();
        }
        return with(connection -> {
            KEPT.set(connection);
            try {
                return reading.get();
            } finally {
                KEPT.remove();
            }
        });
    }

    private <T> List<T> list(SqlFragment query, RowReader<T> reader, int prepareThreshold) {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, query, prepareThreshold);
                    ResultSet rows = statement.executeQuery()) {
                // The pool's wrapper takes a lock for each value that is read.
                ResultSet plain = rows.unwrap(PgResultSet.class);
                List<T> result = new ArrayList<>();
                while (plain.next()) {
                    result.add(reader.read(plain));
                }
                return result;
            }
        });
    }

    /** Takes one row after the other; whatever it throws ends the reading. */
    @FunctionalInterface
    public interface RowConsumer {
        void take(ResultSet row) throws SQLException, IOException;
    }

    /**
     * Reads a query of any length row by row, through a cursor of the database: memory does not grow with the rows. Called
     * outside of transactions; the cursor has one of its own, and sees the database as it was when it began.
     */
    public void each(SqlFragment query, int rowsAtOnce, RowConsumer consumer) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement settings = connection.createStatement();
                    PreparedStatement statement = prepare(connection, query, PLAN_EACH_TIME)) {
                // All rows are wanted: the planner otherwise chooses what gives the first tenth soonest.
                settings.execute("set local cursor_tuple_fraction = 1");
                statement.setFetchSize(rowsAtOnce);
                try (ResultSet rows = statement.executeQuery()) {
                    ResultSet plain = rows.unwrap(PgResultSet.class);
                    while (plain.next()) {
                        consumer.take(plain);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(SqlFragment query, RowReader<T> reader) {
        return list(query, reader).stream().findFirst();
    }

    /** The first row by a plan that is made once per connection, see {@link #listByKeys}. */
    public <T> Optional<T> firstByKeys(SqlFragment query, RowReader<T> reader) {
        return listByKeys(query, reader).stream().findFirst();
    }

    /** Runs an INSERT, UPDATE or DELETE and tells how many rows it touched. */
    public int update(SqlFragment statement) {
        return with(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, PLAN_EACH_TIME)) {
                return prepared.executeUpdate();
            }
        });
    }

    public <T> T with(ConnectionWork<T> work) {
        Connection kept = KEPT.get();
        try {
            return kept == null ? onItsOwn(work) : work.on(kept);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T onItsOwn(ConnectionWork<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        }
    }

    private static PreparedStatement prepare(Connection connection, SqlFragment query, int prepareThreshold)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query.sql());
        statement.unwrap(PGStatement.class).setPrepareThreshold(prepareThreshold);
        int index = 1;
        for (Object parameter : query.parameters()) {
            bind(connection, statement, index++, parameter);
        }
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof Null absent) {
            statement.setNull(index, absent.sqlType());
        } else if (value instanceof Instant instant) {
            statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof Collection<?> many) {
            statement.setArray(index, array(connection, many));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            statement.setObject(index, value);
        }
    }

    private static Array array(Connection connection, Collection<?> values) throws SQLException {
        Object sample = values.isEmpty() ? "" : values.iterator().next();
        String type;
        if (sample instanceof Long) {
            type = "bigint";
        } else if (sample instanceof Integer) {
            type = "integer";
        } else {
            type = sample instanceof LocalDate ? "date" : "text";
        }
        return connection.createArrayOf(type, values.toArray());
    }

    /** Stands for SQL's NULL among the parameters of an {@link SqlFragment}, which holds no null itself. */
    public record Null(int sqlType) {
        public static final Null TEXT = new Null(Types.VARCHAR);
        public static final Null BIGINT = new Null(Types.BIGINT);
        public static final Null TIMESTAMP = new Null(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** The instant in a {@code timestamptz} column, null where the column is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** The number in a {@code bigint} column, null where the column is. */
    public static Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
