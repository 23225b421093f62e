package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import cannot do without: the INSERT … SELECT of the same rows — customers, their keys, places and audit —
 * from tables prepared beforehand into the product's tables with all their indexes and foreign keys, in one
 * transaction. It is then rolled back and vacuumed away, so that every run meets the same state.
 */
final class BareInsertSql {
    private static final String[] STATEMENTS = {
        """
        insert into customer (id, creator_id, created_at, updated_at, %1$s)
        select id, creator_id, created_at, created_at, %1$s from bench_customer
        """
                .formatted(CustomerRows.VALUE_COLUMNS),
        "insert into identity_key (kind, key, customer_id) select kind, key, customer_id from bench_key",
        "insert into customer_place (customer_id, position, province) select id, 0, province from bench_customer",
        """
        insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, after)
        select created_at, creator_id, 'IMPORT', 1, 'customer', id, 1, 'CREATE', document from bench_customer
        """
    };

    private final Connection connection;

    BareInsertSql(Connection connection) {
        this.connection = connection;
    }

    /** Lays customers from … to-1 ready beside the product's tables. */
    void prepare(VietnameseCustomers customers, long from, long to) throws SQLException {
        CustomerRows rows = new CustomerRows(connection);
        execute("drop table if exists bench_customer, bench_key");
        execute(
                """
                create unlogged table bench_customer as
                select id, creator_id, created_at, %s, ''::text as province, '{}'::jsonb as document from customer limit 0
                """
                        .formatted(CustomerRows.VALUE_COLUMNS));
        execute("create unlogged table bench_key as select kind, key, customer_id from identity_key limit 0");
        connection.setAutoCommit(false);
        copy(rows, customers, from, to);
        connection.commit();
        connection.setAutoCommit(true);
        execute("update bench_customer set creator_id = (select min(id) from app_user), created_at = now()");
        execute("vacuum (analyze) bench_customer, bench_key");
    }

    private void copy(CustomerRows rows, VietnameseCustomers customers, long from, long to) throws SQLException {
        try (CopyRows table = new CopyRows(
                connection, "bench_customer (id, " + CustomerRows.VALUE_COLUMNS + ", province, document)")) {
            customers.range(from, to).forEach(customer -> {
                List<Object> row = new ArrayList<>();
                row.add(id(customer));
                row.addAll(rows.values(customer));
                row.add(customer.province().code());
                row.add(rows.document(customer));
                table.add(row.toArray());
            });
        }
        try (CopyRows table = new CopyRows(connection, "bench_key (kind, key, customer_id)")) {
            customers.range(from, to).forEach(customer -> rows.keys(customer).stream()
                    .distinct()
                    .forEach(key -> table.add(key.kind(), key.key(), id(customer))));
        }
    }

    /** Above every id that a sequence could have given. */
    private static long id(SampleCustomer customer) {
        return 1_000_000_000L + customer.number();
    }

    /** One run; milliseconds by table. */
    Map<String, Double> run() throws SQLException {
        Map<String, Double> times = new LinkedHashMap<>();
        connection.setAutoCommit(false);
        try {
            for (String statement : STATEMENTS) {
                long start = System.nanoTime();
                execute(statement);
                times.put(statement.split("\\s+")[2], (System.nanoTime() - start) / 1e6);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        execute("vacuum customer, identity_key, customer_place, audit_entry");
        return times;
    }

    void remove() throws SQLException {
        execute("drop table if exists bench_customer, bench_key");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
