package vn.sencrm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Merges two customers among 1,000,000 and takes it back, over HTTP: with hardly any rows that refer to the slave, and
 * with 1,000 of them.
 */
final class MergeBench {
    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 1_000_000);
    private static final int MERGES = Integer.getInteger("bench.merges", 100);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 50);
    private static final int MANY = 1_000;

    private final Figures figures;
    private final BenchServer server;
    private final Connection connection;

    MergeBench(Figures figures, BenchServer server, Connection connection) {
        this.figures = figures;
        this.server = server;
        this.connection = connection;
    }

    void run() throws IOException, SQLException {
        CustomerFillSql.ensure(figures, connection, CUSTOMERS);
        measure("few", 2);
        measure("many", MANY);
    }

    private void measure(String name, int rows) throws IOException, SQLException {
        List<Long> ids = BenchSql.longs(
                connection,
                "select id from customer where state = 'ACTIVE' and stage = 'LEAD' and kind = 'INDIVIDUAL'"
                        + " order by hashint8(id) limit " + 2 * (MERGES + WARM_UP));
        double[] merges = new double[MERGES];
        double[] undos = new double[MERGES];
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + server.token("admin"))) {
            for (int i = -WARM_UP; i < MERGES; i++) {
                long master = ids.get(2 * (i + WARM_UP));
                long slave = ids.get(2 * (i + WARM_UP) + 1);
                comment(slave, rows);
                byte[] body = request(master, slave).getBytes(StandardCharsets.UTF_8);
                long start = System.nanoTime();
                String answer = http.post("/crm/api/v1/merges", "application/json", body)
                        .expect(201)
                        .text();
                long merged = System.nanoTime();
                long id = Json.number(answer, "id");
                long again = System.nanoTime();
                http.post(
                                "/crm/api/v1/merges/" + id + "/undo",
                                "application/json",
                                "{}".getBytes(StandardCharsets.UTF_8))
                        .expect(200);
                if (i >= 0) {
                    merges[i] = (merged - start) / 1e6;
                    undos[i] = (System.nanoTime() - again) / 1e6;
                }
            }
        }
        figures.addTimes("merge." + name, merges, 0);
        figures.addTimes("merge." + name + ".undo", undos, 0);
        BenchSql.execute(connection, "truncate customer_comment cascade");
        BenchSql.execute(connection, "truncate customer_merge cascade");
    }

    private void comment(long customer, int rows) throws SQLException {
        BenchSql.execute(
                connection,
                "insert into customer_comment (id, customer_id, author_id, text, created_at)"
                        + " select nextval('customer_comment_seq'), " + customer
                        + ", (select min(id) from app_user), 'Lời ' || n, now() from generate_series(1, " + rows
                        + ") n");
    }

    private String request(long master, long slave) throws SQLException {
        List<Long> versions = BenchSql.longs(
                connection,
                "select version from customer where id in (" + master + ", " + slave + ") order by id = " + slave);
        return "{\"masterId\":" + master + ",\"slaveIds\":[" + slave + "],\"versions\":{\"" + master + "\":"
                + versions.get(0) + ",\"" + slave + "\":" + versions.get(1) + "}}";
    }
}
