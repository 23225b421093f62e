package vn.sencrm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Status, tag and owner of 100,000 selected customers among 1,000,000, as the administrator and as the user who sees 5 %,
 * through the whole product, and beside each, alternating, the bare SQL of the same run. The ratio is bulk ÷ bare.
 */
final class BulkBench {
    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 1_000_000);
    private static final int SELECTED = Integer.getInteger("bench.selected", 100_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final long POLL_NANOS = 20_000_000;

    private final Figures figures;
    private final BenchServer server;
    private final Connection connection;
    private final BareBulkSql bare;

    BulkBench(Figures figures, BenchServer server, Connection connection) {
        this.figures = figures;
        this.server = server;
        this.connection = connection;
        this.bare = new BareBulkSql(connection);
    }

    /** Something to do to the selection, in turns: each run changes every record. */
    private interface Action {
        /** The request's action and arguments of a run. */
        String request(int run);

        double bare(int run) throws SQLException;
    }

    void run() throws IOException, SQLException {
        CustomerFillSql.ensure(figures, connection, CUSTOMERS);
        measure("admin", "admin", selected(""));
        measure(
                "five",
                CustomerFillSql.FIVE_PERCENT_USER,
                selected(" and (owner_id = me.id or creator_id = me.id and owner_id is distinct from me.id)"));
        bare.forget();
    }

    /** Ids from all over the table, in the order in which a list would not give them. */
    private List<Long> selected(String seen) throws SQLException {
        return BenchSql.longs(
                connection,
                "select c.id from customer c, (select id from app_user where username = '"
                        + CustomerFillSql.FIVE_PERCENT_USER + "') me where c.state = 'ACTIVE'" + seen
                        + " order by hashint8(c.id) limit " + SELECTED);
    }

    private void measure(String prefix, String user, List<Long> ids) throws IOException, SQLException {
        bare.pick(ids);
        List<Long> statuses = BenchSql.longs(connection, "select id from customer_status order by id limit 2");
        List<String> codes = BenchSql.texts(connection, "select code from customer_status order by id limit 2");
        measure(prefix + ".status", user, ids, new Action() {
            @Override
            public String request(int run) {
                return "\"status\",\"args\":{\"code\":\"" + codes.get(run % 2) + "\"}";
            }

            @Override
            public double bare(int run) throws SQLException {
                return bare.set("status", "status_id", statuses.get((run + 1) % 2));
            }
        });
        measure(prefix + ".tag", user, ids, tagging(prefix));
        List<Long> people = BenchSql.longs(
                connection, "select id from app_user where username like 'bench-staff%' order by id limit 2");
        List<String> names = BenchSql.texts(
                connection, "select username from app_user where username like 'bench-staff%' order by id limit 2");
        if (user.equals("admin") && people.size() == 2) {
            measure(prefix + ".owner", user, ids, new Action() {
                @Override
                public String request(int run) {
                    return "\"owner\",\"args\":{\"team\":null,\"person\":\"" + names.get(run % 2) + "\"}";
                }

                @Override
                public double bare(int run) throws SQLException {
                    return bare.set("owner", "owner_id", people.get((run + 1) % 2));
                }
            });
        }
    }

    private Action tagging(String prefix) throws SQLException {
        String stamp = prefix + Long.toString(System.nanoTime(), 36);
        BenchSql.execute(
                connection,
                "insert into tag (id, name, name_fold) values (nextval('tag_seq'), '" + stamp + "', '" + stamp + "')");
        long tag = BenchSql.number(connection, "select id from tag where name = '" + stamp + "'");
        return new Action() {
            @Override
            public String request(int run) {
                return "\"tag\",\"args\":{\"tags\":[\"" + stamp + "-" + run + "\"],\"shared\":true}";
            }

            @Override
            public double bare(int run) throws SQLException {
                return bare.tag(tag, stamp);
            }
        };
    }

    private void measure(String name, String user, List<Long> ids, Action action) throws IOException, SQLException {
        List<Double> bulk = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        // The first one warms up.
        for (int run = 0; run <= RUNS; run++) {
            double seconds = bulk(user, ids, action.request(run), run == 0);
            vacuum();
            double alone = action.bare(run);
            vacuum();
            figures.say(
                    "%s run %d: bulk %.2f s = %.0f records/s, bare SQL %.2f s",
                    name, run, seconds, ids.size() / seconds, alone);
            if (run > 0) {
                bulk.add(seconds);
                least.add(alone);
            }
        }
        double median = Figures.median(bulk);
        figures.add("bulk." + name + ".records_per_s", ids.size() / median, "records/s");
        figures.add("bulk." + name + ".ratio", median / Figures.median(least), "x");
        figures.add("bare." + name + ".seconds", Figures.median(least), "s");
    }

    /** From the request to the answer that says DONE, in seconds. */
    private double bulk(String user, List<Long> ids, String action, boolean isWarmUp) throws IOException {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        byte[] body = ("{\"ids\":[" + list + "],\"action\":" + action + "}").getBytes(StandardCharsets.UTF_8);
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + server.token(user))) {
            long start = System.nanoTime();
            String answer = http.post("/crm/api/v1/bulk-actions", "application/json", body)
                    .expect(202)
                    .text();
            long run = Json.number(answer, "id");
            while ("RUNNING".equals(Json.text(answer, "state"))) {
                LockSupport.parkNanos(POLL_NANOS);
                answer = http.get("/crm/api/v1/bulk-actions/" + run).expect(200).text();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            String counts = answer.substring(answer.indexOf("\"counts\""));
            long unchanged = isWarmUp ? Json.number(counts, "unchanged") : 0;
            if (Json.number(counts, "done") + unchanged != ids.size()) {
                throw new IllegalStateException("Not all " + ids.size() + " were done: " + answer);
            }
            return seconds;
        }
    }

    private void vacuum() throws SQLException {
        BenchSql.execute(connection, "vacuum customer, customer_tag, audit_entry, bulk_item");
    }
}
