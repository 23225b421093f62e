package vn.sencrm.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Lists and searches 1,000,000 customers over HTTP, one connection and one token, as the administrator and as a user
 * who sees 5 %; then the list's page as a browser asks for it; then twenty users at once in 100,000 customers.
 */
final class ListBench {
    static final String LIST = "/crm/api/v1/customers?size=50";

    private static final String MAP = "/crm/api/v1/customers/map";
    private static final String PAGE = "/crm/customer/list.xhtml";
    private static final String MAP_PAGE = "/crm/customer/map.xhtml";
    private static final String DETAIL = "/crm/customer/detail.xhtml?id=";

    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 1_000_000);
    private static final int BROWSED = Integer.getInteger("bench.browsed", 100_000);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 200);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 100);
    private static final int STEPS = Integer.getInteger("bench.steps", 1_000);
    private static final int DIFFERENT = 100;

    /** Conditions on all sorts of fields, frequent and rare; alone and in pairs they make the figures single and pair. */
    private static final List<String> FILTERS = List.of(
            condition("status", "eq", "\"LOST\""),
            condition("status", "in", "[\"QUOTED\",\"CLOSING\"]"),
            condition("kind", "eq", "\"HOUSEHOLD\""),
            condition("stage", "eq", "\"ACCOUNT\""),
            condition("tier", "eq", "\"GOLD\""),
            condition("category", "ne", "\"RETAIL\""),
            condition("source", "eq", "\"EVENT\""),
            condition("gender", "eq", "\"FEMALE\""),
            condition("owner", "eq", "\"bench-staff7\""),
            condition("address.province", "eq", "\"96\""),
            condition("name", "contains", "\"thi hoa\""),
            condition("birthday", "within", "\"P7D\""),
            condition("createdAt", "within", "\"P-30D\""),
            condition("emails", "notempty", "null"),
            condition("taxCode", "notempty", "null"));

    private static final double SLOW_MILLIS = 30_000;

    private final Figures figures;
    private final BenchServer server;
    private final Connection connection;

    ListBench(Figures figures, BenchServer server, Connection connection) {
        this.figures = figures;
        this.server = server;
        this.connection = connection;
    }

    void run() throws IOException, SQLException, InterruptedException {
        CustomerFillSql.ensure(figures, connection, CUSTOMERS);
        List<String> users = List.of("admin", CustomerFillSql.FIVE_PERCENT_USER);
        for (String user : users) {
            measure(user);
        }
        for (String user : users) {
            FacesVisit visit = new FacesVisit(server, user);
            visit.measure(figures, prefix(user) + "page", WARM_UP, REQUESTS, i -> PAGE);
            List<Long> ids = samples(user).stream().map(SampleCustomer::number).toList();
            visit.measure(figures, prefix(user) + "map.page", WARM_UP, REQUESTS, i -> MAP_PAGE);
            visit.measure(
                    figures, prefix(user) + "detail", WARM_UP, REQUESTS, i -> DETAIL + (ids.get(i % ids.size()) + 1));
        }
        browse();
    }

    void browse() throws IOException, SQLException, InterruptedException {
        CustomerFillSql.ensure(figures, connection, BROWSED);
        new Browsing(figures, server, samples("admin")).run();
    }

    private void measure(String user) throws IOException, SQLException {
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + server.token(user))) {
            List<SampleCustomer> samples = samples(user);
            List<String> far = walk(http);
            time(http, user, "first", i -> LIST);
            time(http, user, "page" + STEPS, i -> LIST + "&after=" + far.get(i % far.size()));
            time(http, user, "name.frequent", i -> search("nguyen"));
            time(http, user, "name.rare", i -> search("huong quynh"));
            time(http, user, "name.various", i -> search(twoWords(samples.get(i % samples.size()))));
            time(http, user, "phone", i -> search(spelt(samples.get(i % samples.size()), i)));
            time(http, user, "phone.end", i -> search(end(samples.get(i % samples.size()))));
            time(http, user, "code", i -> search(samples.get(i % samples.size()).code()));
            time(
                    http,
                    user,
                    "filter.status",
                    i -> filter("{\"field\":\"status\",\"op\":\"in\",\"value\":[\"QUOTED\",\"CLOSING\"]}"));
            time(
                    http,
                    user,
                    "filter.province",
                    i -> filter("{\"field\":\"address.province\",\"op\":\"eq\",\"value\":\"79\"}"));
            time(
                    http,
                    user,
                    "filter.both",
                    i -> filter("{\"and\":[{\"field\":\"kind\",\"op\":\"eq\",\"value\":\"ORGANIZATION\"},"
                            + "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"xay dung\"}]}"));
            time(http, user, "filter.single", i -> filter(FILTERS.get(i % FILTERS.size())));
            time(http, user, "filter.pair", ListBench::pair);
            time(http, user, "filter.mine", i -> filter("{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"$me\"}"));
            time(http, user, "sort.name", i -> LIST + "&sort=name");
            time(http, user, "sort.name.frequent", i -> search("nguyen") + "&sort=name");
            time(http, user, "map.country", i -> MAP + "?zoom=5");
            time(http, user, "map.city", i -> MAP + "?zoom=12&bbox=105.5,20.7,106.2,21.3");
        }
    }

    /** Warm-up first; a request that takes seconds is measured less often, so that the whole stays short. */
    private void time(HttpConnection http, String user, String name, IntFunction<String> path) throws IOException {
        boolean found = false;
        for (int i = 0; i < WARM_UP; i++) {
            long start = System.nanoTime();
            String answer = http.get(path.apply(i)).expect(200).text();
            found |= Json.number(answer, "total") != 0;
            i += (int) ((System.nanoTime() - start) / 100_000_000);
        }
        if (!found) {
            figures.say("%s found nothing: %s", name, path.apply(0));
        }
        double cpu = server.process().cpu();
        List<Double> millis = new ArrayList<>();
        for (double spent = 0; millis.size() < REQUESTS && (spent < SLOW_MILLIS || millis.size() < 20); ) {
            long start = System.nanoTime();
            HttpConnection.Answer answer = http.get(path.apply(WARM_UP + millis.size()));
            millis.add((System.nanoTime() - start) / 1e6);
            spent += millis.get(millis.size() - 1);
            answer.expect(200);
        }
        figures.addTimes(
                prefix(user) + name,
                millis.stream().mapToDouble(Double::doubleValue).toArray(),
                server.process().cpu() - cpu);
    }

    private static String prefix(String user) {
        return "list." + (user.equals("admin") ? "admin." : "five.");
    }

    /** Goes on page by page and answers the last cursors of the way. */
    private List<String> walk(HttpConnection http) throws IOException {
        List<String> cursors = new ArrayList<>();
        String next = Json.text(http.get(LIST).expect(200).text(), "next");
        for (int step = 1; step <= STEPS && next != null; step++) {
            cursors.add(encoded(next));
            next = Json.text(
                    http.get(LIST + "&after=" + encoded(next)).expect(200).text(), "next");
        }
        return cursors.subList(Math.max(0, cursors.size() - DIFFERENT), cursors.size());
    }

    /** Customers whom the user sees, from all over the table. */
    private List<SampleCustomer> samples(String user) throws SQLException {
        String seen = user.equals("admin") ? "true" : CustomerFillSql.SEEN_BY_FIVE;
        VietnameseCustomers customers = new VietnameseCustomers(CustomerFillSql.SEED);
        return BenchSql.longs(
                        connection,
                        "select id from customer where id % 37 = 5 and kind = 'INDIVIDUAL' and " + seen
                                + " order by hashint8(id) limit 500")
                .stream()
                .map(id -> customers.customer(id - 1))
                .toList();
    }

    private static String condition(String field, String op, String value) {
        String rest = "null".equals(value) ? "" : ",\"value\":" + value;
        return "{\"field\":\"" + field + "\",\"op\":\"" + op + "\"" + rest + "}";
    }

    /** Two different conditions, another two each time. */
    private static String pair(int number) {
        int first = number % FILTERS.size();
        int second = (first + 1 + number / FILTERS.size() % (FILTERS.size() - 1)) % FILTERS.size();
        return filter("{\"and\":[" + FILTERS.get(first) + "," + FILTERS.get(second) + "]}");
    }

    static String search(String text) {
        return LIST + "&q=" + encoded(text);
    }

    static String filter(String json) {
        return LIST + "&filter=" + encoded(json);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String twoWords(SampleCustomer customer) {
        String[] words = customer.name().split(" ");
        return words[words.length - 1] + " " + words[0];
    }

    private static String digits(SampleCustomer customer) {
        String digits = customer.phone().replaceAll("\\D", "");
        return digits.startsWith("84") && digits.length() == 11 ? digits.substring(2) : digits.substring(1);
    }

    /** The customer's number as somebody else would write it. */
    static String spelt(SampleCustomer customer, int habit) {
        String digits = digits(customer);
        return switch (habit % 5) {
            case 0 -> "0" + digits;
            case 1 -> "+84" + digits;
            case 2 -> "84" + digits;
            case 3 -> "0" + digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
            default -> "0" + digits.substring(0, 2) + "." + digits.substring(2, 5) + "." + digits.substring(5);
        };
    }

    private static String end(SampleCustomer customer) {
        String digits = digits(customer);
        return digits.substring(digits.length() - 6);
    }
}
