package vn.sencrm.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Twenty users at once, each on a connection of their own and without a pause between requests: half see everything,
 * half 5 %. They leaf through the list, search names and phones, filter, and open customers.
 */
final class Browsing {
    private static final int USERS = 20;
    private static final long WARM_UP_NANOS = 5_000_000_000L;
    private static final long NANOS = Integer.getInteger("bench.seconds", 20) * 1_000_000_000L;

    private final Figures figures;
    private final BenchServer server;
    private final List<SampleCustomer> samples;

    Browsing(Figures figures, BenchServer server, List<SampleCustomer> samples) {
        this.figures = figures;
        this.server = server;
        this.samples = samples;
    }

    void run() throws IOException, SQLException, InterruptedException {
        List<String> tokens = List.of(server.token("admin"), server.token(CustomerFillSql.FIVE_PERCENT_USER));
        browse(tokens, WARM_UP_NANOS);
        double cpu = server.process().cpu();
        long start = System.nanoTime();
        double[] millis = browse(tokens, NANOS);
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.addTimes("browse", millis, server.process().cpu() - cpu);
        figures.add("browse.requests_per_s", millis.length / seconds, "requests/s");
        figures.say("%d users: %.0f requests/s", USERS, millis.length / seconds);
    }

    private double[] browse(List<String> tokens, long nanos) throws InterruptedException {
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        try {
            List<Callable<List<Double>>> visits = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                int number = user;
                visits.add(() -> visit(number, tokens.get(number % 2), nanos));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> times : users.invokeAll(visits)) {
                all.addAll(times.get());
            }
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A user's request failed", e.getCause());
        } finally {
            users.shutdownNow();
        }
    }

    private List<Double> visit(int number, String token, long nanos) throws IOException {
        SplittableRandom random = new SplittableRandom(number);
        List<Double> millis = new ArrayList<>();
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + token)) {
            String next = null;
            long id = 0;
            for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
                String path = path(random, next, id);
                long start = System.nanoTime();
                String answer = http.get(path).expect(200).text();
                millis.add((System.nanoTime() - start) / 1e6);
                if (path.startsWith(ListBench.LIST)) {
                    next = Json.text(answer, "next");
                    id = Math.max(Json.number(answer, "id"), 0);
                    // A cursor belongs to its own list: only the plain one is leafed through.
                    next = path.contains("&q=") || path.contains("&filter=") ? null : next;
                }
            }
        }
        return millis;
    }

    private String path(SplittableRandom random, String next, long id) {
        SampleCustomer customer = samples.get(random.nextInt(samples.size()));
        int percent = random.nextInt(100);
        if (percent < 45) {
            return next == null ? ListBench.LIST : ListBench.LIST + "&after=" + ListBench.encoded(next);
        }
        if (percent < 65 && id > 0) {
            return "/crm/api/v1/customers/" + id;
        }
        if (percent < 80) {
            String[] words = customer.name().split(" ");
            return ListBench.search(words[0] + " " + words[words.length - 1]);
        }
        if (percent < 90) {
            return ListBench.search(ListBench.spelt(customer, random.nextInt(5)));
        }
        return ListBench.filter("{\"field\":\"status\",\"op\":\"eq\",\"value\":\"" + customer.status() + "\"}");
    }
}
