package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of a measurement: emptied and filled at will, so it must be the bench's own. It carries a mark, and one
 * that has customers but no mark is refused.
 */
final class BenchSql {
    private BenchSql() {}

    static void claim(Connection connection) throws SQLException {
        if (number(connection, "select count(*) from pg_class where relname = 'bench_mark'") > 0) {
            return;
        }
        if (number(connection, "select count(*) from (select from customer limit 1) c") > 0) {
            throw new IllegalStateException(
                    "This database has customers that the bench did not make: it must be its own.");
        }
        execute(connection, "create table bench_mark ()");
    }

    static long customers(Connection connection) throws SQLException {
        return number(connection, "select count(*) from customer");
    }

    /** No customers, no imports, no audit of them. */
    static void empty(Connection connection) throws SQLException {
        execute(connection, "truncate " + tables(connection) + " cascade");
        execute(connection, "vacuum (analyze) " + tables(connection));
    }

    static void vacuum(Connection connection) throws SQLException {
        execute(connection, "vacuum " + tables(connection));
    }

    /**
     * Whether the database cleans up by itself what a measurement writes. Off, where measurements clean up after each run:
     * what the one before left would be cleaned up under the next, on one of its cores.
     */
    static void autovacuum(Connection connection, boolean on) throws SQLException {
        for (String table : writtenTables(connection, "r")) {
            execute(connection, "alter table " + table + " set (autovacuum_enabled = " + on + ")");
        }
    }

    private static String tables(Connection connection) throws SQLException {
        return String.join(", ", writtenTables(connection, "rp"));
    }

    /** What a measurement writes; an older product lacks some. */
    private static List<String> writtenTables(Connection connection, String kinds) throws SQLException {
        return texts(
                connection,
                """
                select relname from pg_class where strpos('%s', relkind::text) > 0 and relname in ('customer', 'identity_key',
                'customer_place', 'audit_entry', 'import_run', 'import_row', 'import_verdict', 'import_change')
                """
                        .formatted(kinds));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        return longs(connection, sql).get(0);
    }

    static List<Long> longs(Connection connection, String sql) throws SQLException {
        return column(connection, sql, rows -> rows.getLong(1));
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        return column(connection, sql, rows -> rows.getString(1));
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static <T> List<T> column(Connection connection, String sql, Reader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(reader.read(rows));
            }
        }
        return values;
    }
}
