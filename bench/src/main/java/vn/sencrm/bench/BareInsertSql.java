package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What an import cannot do without: the INSERT … SELECT of the very rows that it wrote — customers, their keys, places
 * and audit — out of tables laid ready beforehand into the product's tables with all their indexes and foreign keys, in
 * one transaction. It is then rolled back and vacuumed away, so that every run meets the same state.
 */
final class BareInsertSql {
    private static final List<String> TABLES = List.of("customer", "identity_key", "customer_place", "audit_entry");
    private final Connection connection;

    BareInsertSql(Connection connection) {
        this.connection = connection;
    }

    /** Takes the rows that an import run has created out of the product's tables, and keeps them beside. */
    void takeOut(long run) throws SQLException {
        String created =
                "(select entity_id from audit_entry where entity = 'customer' and cause = 'IMPORT' and cause_id = "
                        + run + " and action = 'CREATE')";
        boolean kept =
                BenchSql.number(connection, "select count(*) from pg_class where relname = 'bench_customer'") > 0;
        if (!kept) {
            keep("customer", "id in " + created);
            keep("identity_key", "customer_id in " + created);
            keep("customer_place", "customer_id in " + created);
            keep("audit_entry", "cause = 'IMPORT' and cause_id = " + run);
        }
        remove(run, created);
    }

    private void keep(String table, String condition) throws SQLException {
        BenchSql.execute(
                connection,
                "create unlogged table bench_" + table + " as select * from " + table + " where " + condition);
        BenchSql.execute(connection, "vacuum (analyze) bench_" + table);
    }

    private void remove(long run, String created) throws SQLException {
        connection.setAutoCommit(false);
        BenchSql.execute(connection, "set local crm.erasure = 'on'");
        BenchSql.execute(connection, "delete from customer where id in " + created);
        BenchSql.execute(connection, "delete from audit_entry where cause = 'IMPORT' and cause_id = " + run);
        BenchSql.execute(connection, "truncate import_row, import_verdict, import_change");
        connection.commit();
        connection.setAutoCommit(true);
        BenchSql.vacuum(connection);
    }

    /** One run, in seconds; what it leaves behind is to be vacuumed away. */
    double run() throws SQLException {
        connection.setAutoCommit(false);
        try {
            long start = System.nanoTime();
            for (String table : TABLES) {
                String columns = columns(table);
                BenchSql.execute(
                        connection,
                        "insert into " + table + " (" + columns + ") select " + columns + " from bench_" + table);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** All but what PostgreSQL makes of the others. */
    private String columns(String table) throws SQLException {
        return String.join(
                ", ",
                BenchSql.texts(
                        connection,
                        "select attname from pg_attribute where attrelid = '" + table
                                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"));
    }

    /** Forgets the rows kept beside. */
    void forget() throws SQLException {
        for (String table : TABLES) {
            BenchSql.execute(connection, "drop table if exists bench_" + table);
        }
    }
}
