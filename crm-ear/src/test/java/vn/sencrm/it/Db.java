package vn.sencrm.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The product's database, for test data and for what a test wants to see there. */
public final class Db {

    /** Opening a connection takes longer than most of what is asked: they are kept, one for each thread that asks at once. */
    private static final Deque<Connection> KEPT = new ConcurrentLinkedDeque<>();

    private static final int VALID_SECONDS = 5;

    private Db() {}

    public static int update(String sql, Object... parameters) {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    public static long number(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** The first column of the first row, which must be there, as text. */
    public static String text(String sql, Object... parameters) {
        return texts(sql, parameters).get(0);
    }

    /** The first column of every row as text. */
    public static List<String> texts(String sql, Object... parameters) {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T with(Work<T> work) {
        try {
            Connection connection = connection();
            try {
                return work.on(connection);
            } finally {
                KEPT.push(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** One that is kept, unless the database was killed meanwhile. */
    private static Connection connection() throws SQLException {
        Connection kept = KEPT.poll();
        while (kept != null && !kept.isValid(VALID_SECONDS)) {
            kept = KEPT.poll();
        }
        return kept == null ? Sen.connect() : kept;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
