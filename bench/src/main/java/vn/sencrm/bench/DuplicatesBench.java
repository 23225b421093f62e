package vn.sencrm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the duplicates of 1,000,000 customers, one in twenty of whom has another's telephone number: by keys alone beside
 * a bare self-join of the same database, then by names too; looks a typed number up; and tells how well duplicates are
 * found in a smaller set of which it is known who is whom.
 */
final class DuplicatesBench {
    /** In the product's table of locations before any import. */
    static final String PROVINCE = "79";

    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 1_000_000);
    private static final int JUDGED = Integer.getInteger("bench.judged", 20_000);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 400);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 200);
    private static final int COMMUNES = 3_321;
    private static final long SEED = 1;

    private static final String JOB = "duplicates-nightly";
    private static final int STRONG = 31;

    private final Figures figures;
    private final BenchServer server;
    private final Connection connection;

    DuplicatesBench(Figures figures, BenchServer server, Connection connection) {
        this.figures = figures;
        this.server = server;
        this.connection = connection;
    }

    static String commune(int number) {
        return "bench-c" + number;
    }

    void run() throws IOException, SQLException, InterruptedException {
        addCommunes();
        judge();
        fill();
        double bare = bareJoin("'PHONE'");
        figures.add("duplicates.bare.phone", bare, "s");
        double bareBoth = bareJoin("'PHONE', 'EMAIL'");
        figures.add("duplicates.bare.phone-or-email", bareBoth, "s");
        count("NAME", false);
        double strong = job();
        count("NAME", true);
        figures.add("duplicates.strong", strong, "s");
        figures.add("duplicates.strong.ratio", strong / bareBoth, "x");
        figures.add("duplicates.all", job(), "s");
        figures.add("duplicates.again", job(), "s");
        figures.add("duplicates.pairs", BenchSql.number(connection, "select count(*) from duplicate_pair"), "pairs");
        live();
    }

    private void addCommunes() throws SQLException {
        BenchSql.execute(
                connection,
                """
                insert into location (code, parent_code, level, name, name_fold)
                select 'bench-c' || n, '%s', 'COMMUNE', 'Xã ' || n, 'xa ' || n from generate_series(0, %d) n
                on conflict do nothing
                """
                        .formatted(PROVINCE, COMMUNES - 1));
    }

    private void fill() throws SQLException {
        figures.say("Filling the database with %d customers …", CUSTOMERS);
        empty();
        new CustomerFillSql(connection, new VietnameseCustomers(SEED)).fill(CUSTOMERS, BenchServer.PASSWORD);
        BenchSql.execute(
                connection, "update customer_place set commune = 'bench-c' || (customer_id * 7919 % " + COMMUNES + ")");
        BenchSql.execute(connection, "vacuum (analyze) customer_place");
    }

    private void empty() throws SQLException {
        BenchSql.empty(connection);
        BenchSql.execute(connection, "truncate duplicate_pair, duplicate_member, duplicate_different");
    }

    /** The shortest way to count those pairs, warm: the second of two. */
    private double bareJoin(String kinds) throws SQLException {
        String sql = "select count(*) from identity_key a join identity_key b on b.key = a.key and b.kind = a.kind"
                + " where a.customer_id < b.customer_id and a.kind in (" + kinds + ")";
        BenchSql.number(connection, sql);
        long start = System.nanoTime();
        long pairs = BenchSql.number(connection, sql);
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.say("A bare self-join on %s: %d pairs in %.2f s", kinds, pairs, seconds);
        return seconds;
    }

    private void count(String kind, boolean counts) throws SQLException {
        BenchSql.execute(connection, "update duplicate_key set counts = " + counts + " where kind = '" + kind + "'");
    }

    /** Seconds that the nightly run worked, from its start to its end. */
    private double job() throws SQLException, InterruptedException {
        long before = BenchSql.number(connection, "select coalesce(max(id), 0) from job_run");
        BenchSql.execute(connection, "update job_schedule set next_due = now() where name = '" + JOB + "'");
        String ended = "select state || ' ' || progress || coalesce(error_detail, '') from job_run where job_name = '"
                + JOB + "' and id > " + before + " and finished_at is not null";
        while (BenchSql.texts(connection, ended).isEmpty()) {
            Thread.sleep(100);
        }
        String state = BenchSql.texts(connection, ended).get(0);
        if (!state.startsWith("DONE")) {
            throw new IllegalStateException(state);
        }
        double seconds = BenchSql.number(
                        connection,
                        "select (extract(epoch from finished_at - started_at) * 1000)::bigint from job_run where job_name = '"
                                + JOB + "' and id > " + before)
                / 1e3;
        figures.say("%s in %.2f s: %s", JOB, seconds, state);
        return seconds;
    }

    private void live() throws IOException {
        VietnameseCustomers customers = new VietnameseCustomers(SEED);
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + server.token("admin"))) {
            double[] millis = new double[REQUESTS];
            for (int i = -WARM_UP; i < REQUESTS; i++) {
                String phone =
                        customers.customer(Math.floorMod(i * 7919L, CUSTOMERS)).phone();
                byte[] body = ("{\"phones\":\"" + phone + "\"}").getBytes(StandardCharsets.UTF_8);
                long start = System.nanoTime();
                http.post("/crm/api/v1/duplicates/check", "application/json", body)
                        .expect(200);
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            figures.addTimes("duplicates.live", millis, 0);
        }
    }

    // ---- how well

    private void judge() throws SQLException, InterruptedException {
        empty();
        SpoiltCustomers known = new SpoiltCustomers();
        known.fill(connection, JUDGED, SEED, COMMUNES);
        job();
        Set<SpoiltCustomers.Same> strong = found("reasons & " + STRONG + " > 0");
        Set<SpoiltCustomers.Same> weak = found("reasons & " + STRONG + " = 0");
        figures.add("duplicates.strong.precision", share(known.byPhone(), strong, strong.size()), "of 1");
        figures.add(
                "duplicates.strong.recall",
                share(known.byPhone(), strong, known.byPhone().size()),
                "of 1");
        figures.add("duplicates.weak.precision", share(known.byName(), weak, weak.size()), "of 1");
        figures.add(
                "duplicates.weak.recall",
                share(known.byName(), weak, known.byName().size()),
                "of 1");
        missed(known.byName(), weak);
    }

    private Set<SpoiltCustomers.Same> found(String condition) throws SQLException {
        Set<SpoiltCustomers.Same> found = new HashSet<>();
        List<String> rows =
                BenchSql.texts(connection, "select low_id || ' ' || high_id from duplicate_pair where " + condition);
        rows.forEach(row -> {
            String[] ids = row.split(" ");
            found.add(new SpoiltCustomers.Same(Long.parseLong(ids[0]), Long.parseLong(ids[1])));
        });
        return found;
    }

    private static double share(Set<SpoiltCustomers.Same> known, Set<SpoiltCustomers.Same> found, int of) {
        return of == 0 ? 1 : (double) found.stream().filter(known::contains).count() / of;
    }

    /** Some of the pairs that were not found, to see why. */
    private void missed(Set<SpoiltCustomers.Same> known, Set<SpoiltCustomers.Same> found) throws SQLException {
        for (SpoiltCustomers.Same same :
                known.stream().filter(one -> !found.contains(one)).limit(10).toList()) {
            figures.say(
                    "  not found: %s",
                    String.join(
                            " | ",
                            BenchSql.texts(
                                    connection,
                                    "select name || coalesce(' ' || birthday, '') from customer where id in ("
                                            + same.low() + ", " + same.high() + ") order by id")));
        }
    }
}
