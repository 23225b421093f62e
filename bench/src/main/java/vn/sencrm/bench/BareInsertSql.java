package vn.sencrm.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What an import cannot do without: the INSERT … SELECT of the very rows that it wrote — customers, their keys, places
 * and audit — and the UPDATE of those it changed, out of tables laid ready beforehand into the product's tables with all their indexes and foreign keys, in
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
        keep(run);
        remove(run);
    }

    /** Keeps beside what an import run has written, unless that of an earlier one is there. */
    void keep(long run) throws SQLException {
        if (BenchSql.number(connection, "select count(*) from pg_class where relname = 'bench_customer'") > 0) {
            return;
        }
        keep("customer", "customer", "id in " + written(run, "CREATE"));
        keep("identity_key", "identity_key", "customer_id in " + written(run, "CREATE"));
        keep("customer_place", "customer_place", "customer_id in " + written(run, "CREATE"));
        keep("audit_entry", "audit_entry", "cause = 'IMPORT' and cause_id = " + run);
        keep("updated", "customer", "id in " + written(run, "UPDATE"));
    }

    private static String written(long run, String action) {
        return "(select entity_id from audit_entry where entity = 'customer' and cause = 'IMPORT' and cause_id = " + run
                + " and action = '" + action + "')";
    }

    private void keep(String name, String table, String condition) throws SQLException {
        BenchSql.execute(
                connection,
                "create unlogged table bench_" + name + " as select * from " + table + " where " + condition);
        BenchSql.execute(connection, "vacuum (analyze) bench_" + name);
    }

    /** Removes what an import run has created, and its traces. */
    void remove(long run) throws SQLException {
        connection.setAutoCommit(false);
        BenchSql.execute(connection, "set local crm.erasure = 'on'");
        BenchSql.execute(connection, "delete from customer where id in " + written(run, "CREATE"));
        BenchSql.execute(connection, "delete from audit_entry where cause like 'IMPORT%' and cause_id = " + run);
        BenchSql.execute(connection, "truncate import_row, import_verdict, import_change");
        connection.commit();
        connection.setAutoCommit(true);
        BenchSql.vacuum(connection);
    }

    /** One run; the process is the server's, whose database works. */
    Cost run(ServerProcess process) throws IOException, SQLException {
        double cpu = process.cpu();
        double seconds = seconds();
        Cost cost = new Cost(seconds, process.cpu() - cpu);
        BenchSql.vacuum(connection);
        return cost;
    }

    private double seconds() throws SQLException {
        connection.setAutoCommit(false);
        try {
            long start = System.nanoTime();
            update();
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

    private void update() throws SQLException {
        String columns = columns("customer");
        BenchSql.execute(
                connection,
                "update customer c set (" + columns + ") = row(" + columns("customer", "b.") + ") from bench_updated b"
                        + " where b.id = c.id");
    }

    private String columns(String table) throws SQLException {
        return columns(table, "");
    }

    /** All but what PostgreSQL makes of the others. */
    private String columns(String table, String prefix) throws SQLException {
        return String.join(
                ", ",
                BenchSql.texts(
                        connection,
                        "select '" + prefix + "' || attname from pg_attribute where attrelid = '" + table
                                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"));
    }

    /** Forgets the rows kept beside. */
    void forget() throws SQLException {
        for (String table : TABLES) {
            BenchSql.execute(connection, "drop table if exists bench_" + table);
        }
        BenchSql.execute(connection, "drop table if exists bench_updated");
    }
}
