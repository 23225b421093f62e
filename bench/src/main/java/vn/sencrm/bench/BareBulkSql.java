package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a bulk action cannot do without: the changes of the selected customers, an audit entry and an item with the
 * before-image for each, by as few statements as there are tables, in one transaction with all indexes and foreign keys.
 * It is then rolled back and vacuumed away, so that every run meets the same state.
 */
final class BareBulkSql {

    private static final String AUDIT =
            """
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select now(), 1, 'BULK', 0, 'customer', c.id, c.version + 1, 'UPDATE', %1$s, %2$s
            from bench_pick p join customer c on c.id = p.id
            """;

    private static final String ITEMS =
            """
            insert into bulk_item (run_id, customer_id, verdict, before, after)
            select 0, c.id, 'DONE', %1$s, %2$s from bench_pick p join customer c on c.id = p.id
            """;

    private static final String UPDATE =
            """
            update customer c set version = c.version + 1, updated_at = now()%s from bench_pick p where c.id = p.id
            """;

    private static final String TAGS =
            """
            (select jsonb_build_object('tags', jsonb_agg(t.name order by t.name_fold))
             from customer_tag ct join tag t on t.id = ct.tag_id where ct.customer_id = c.id)
            """;

    private final Connection connection;

    BareBulkSql(Connection connection) {
        this.connection = connection;
    }

    /** Lays the selection ready. */
    void pick(List<Long> ids) throws SQLException {
        BenchSql.execute(connection, "drop table if exists bench_pick");
        BenchSql.execute(connection, "create unlogged table bench_pick (id bigint primary key)");
        try (var insert = connection.prepareStatement("insert into bench_pick select unnest(?)")) {
            insert.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            insert.executeUpdate();
        }
        BenchSql.execute(connection, "vacuum (analyze) bench_pick");
    }

    /** Sets one column; seconds. */
    double set(String name, String column, long value) throws SQLException {
        String before = "jsonb_build_object('" + name + "', c." + column + ")";
        String after = "jsonb_build_object('" + name + "', " + value + ")";
        return timed(
                AUDIT.formatted(before, after),
                ITEMS.formatted(before, after),
                UPDATE.formatted(", " + column + " = " + value));
    }

    /** Adds a tag; seconds. */
    double tag(long tag, String name) throws SQLException {
        String after = "jsonb_build_object('tags', coalesce(" + TAGS + " -> 'tags', '[]') || '\"" + name + "\"')";
        return timed(
                AUDIT.formatted(TAGS, after),
                ITEMS.formatted("'{}'::jsonb", "'{\"tags\": [" + tag + "]}'::jsonb"),
                "insert into customer_tag (tag_id, customer_id) select " + tag + ", id from bench_pick",
                UPDATE.formatted(""));
    }

    private double timed(String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long start = System.nanoTime();
            for (String statement : statements) {
                BenchSql.execute(connection, statement);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    void forget() throws SQLException {
        BenchSql.execute(connection, "drop table if exists bench_pick");
    }
}
