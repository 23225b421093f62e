package vn.sencrm.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Imports a workbook of 100,000 × 20 through the whole product, into an empty database and into one of 1,000,000
 * customers, and beside it, alternating, does the two things that no import can do without: reads the same workbook
 * alone, and inserts the same rows by bare SQL into the same tables. The ratio is import ÷ (reading + bare SQL).
 */
final class ImportBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int FULL = Integer.getInteger("bench.customers", 1_000_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final long SEED = 1;
    private static final long POLL_NANOS = 50_000_000;
    private static final Set<String> AT_REST =
            Set.of("DONE", "DONE_WITH_ERRORS", "FAILED", "STOPPED", "UPLOADED", "CHECKED");
    private static final String OPTIONS = "{\"key\":\"CODE\",\"onMatch\":\"SKIP\",\"dryRun\":false}";
    private static final String BOUNDARY = "----sen-crm-bench-boundary";

    private final Figures figures;
    private final BenchServer server;
    private final Connection connection;
    private final BareInsertSql bare;
    private final ServerProcess process;
    private final List<Cost> reads = new ArrayList<>();

    ImportBench(Figures figures, BenchServer server, Connection connection) throws IOException {
        this.figures = figures;
        this.server = server;
        this.connection = connection;
        this.bare = new BareInsertSql(connection);
        this.process = server.process();
    }

    void run() throws IOException, SQLException {
        VietnameseCustomers customers = new VietnameseCustomers(SEED);
        Path small = Files.createTempFile("sen-crm-bench", ".xlsx");
        Path first = Files.createTempFile("sen-crm-bench", ".xlsx");
        Path beyond = Files.createTempFile("sen-crm-bench", ".xlsx");
        try {
            Workbook.write(small, customers, 0, ROWS / 10);
            Workbook.write(first, customers, 0, ROWS);
            Workbook.write(beyond, customers, FULL, FULL + ROWS);
            figures.say("Workbook: %d rows × 20 columns, %d KB", ROWS, Files.size(first) / 1024);
            BenchSql.empty(connection);
            warmUp(small);
            measure("empty", first);
            figures.say("Filling the database with %d customers …", FULL);
            new CustomerFillSql(connection, customers).fill(FULL, BenchServer.PASSWORD);
            measure("million", beyond);
            figures.add("read.seconds", Cost.median(reads).seconds(), "s");
        } finally {
            Files.deleteIfExists(small);
            Files.deleteIfExists(first);
            Files.deleteIfExists(beyond);
        }
    }

    /** A young JVM compiles what it runs: a tenth of the rows first, which also shows whether memory grows with them. */
    private void warmUp(Path workbook) throws IOException, SQLException {
        Imported imported = importOf(workbook, ROWS / 10);
        figures.say("warm-up: %d rows in %s", ROWS / 10, imported.cost());
        figures.add("memory.small.heap_peak", imported.heapPeak(), "MB");
        figures.add("memory.live.before", process.heapLive(), "MB");
        bare.takeOut(imported.run());
        bare.forget();
        for (int i = 0; i < 3; i++) {
            Workbook.readAlone(workbook);
        }
    }

    /** What one thing took: seconds by the clock, and of processors, which a busy machine changes less. */
    private record Cost(double seconds, double cpu) {

        static Cost median(List<Cost> costs) {
            return new Cost(
                    Figures.median(costs.stream().map(Cost::seconds).toList()),
                    Figures.median(costs.stream().map(Cost::cpu).toList()));
        }

        Cost plus(Cost other) {
            return new Cost(seconds + other.seconds, cpu + other.cpu);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (processor %.1f s)", seconds, cpu);
        }
    }

    private Cost readAlone(Path workbook) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        double seconds = Workbook.readAlone(workbook);
        return new Cost(seconds, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    private Cost bareSql() throws IOException, SQLException {
        double cpu = process.cpu();
        Cost cost = new Cost(bare.run(), process.cpu() - cpu);
        BenchSql.vacuum(connection);
        return cost;
    }

    private void measure(String state, Path workbook) throws IOException, SQLException {
        List<Cost> imports = new ArrayList<>();
        List<Cost> inserts = new ArrayList<>();
        List<Cost> ownReads = new ArrayList<>();
        double heapPeak = 0;
        double resident = 0;
        for (int i = 0; i < RUNS; i++) {
            Imported imported = importOf(workbook, ROWS);
            imports.add(imported.cost());
            bare.takeOut(imported.run());
            ownReads.add(readAlone(workbook));
            ownReads.add(readAlone(workbook));
            inserts.add(bareSql());
            heapPeak = Math.max(heapPeak, imported.heapPeak());
            resident = Math.max(resident, imported.residentPeak());
            figures.say(
                    "%s run %d: import %s = %.0f rows/s, reading alone %s, bare SQL %s",
                    state,
                    i + 1,
                    imports.get(i),
                    ROWS / imports.get(i).seconds(),
                    ownReads.get(2 * i + 1),
                    inserts.get(i));
        }
        bare.forget();
        reads.addAll(ownReads);
        report(state, Cost.median(imports), Cost.median(ownReads), Cost.median(inserts));
        figures.add("memory." + state + ".heap_peak", heapPeak, "MB");
        figures.add("memory." + state + ".rss_peak", resident, "MB");
        figures.add("memory." + state + ".live.after", process.heapLive(), "MB");
    }

    private void report(String state, Cost whole, Cost reading, Cost insert) {
        Cost least = reading.plus(insert);
        figures.add("import." + state + ".seconds", whole.seconds(), "s");
        figures.add("import." + state + ".rows_per_s", ROWS / whole.seconds(), "rows/s");
        figures.add("import." + state + ".ratio", whole.seconds() / least.seconds(), "x");
        if (whole.cpu() > 0) {
            figures.add("import." + state + ".processor_ratio", whole.cpu() / least.cpu(), "x");
        }
        figures.add("bare." + state + ".seconds", insert.seconds(), "s");
    }

    private record Imported(long run, Cost cost, double heapPeak, double residentPeak) {}

    private Imported importOf(Path workbook, int rows) throws IOException, SQLException {
        String token = server.token("admin");
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + token)) {
            byte[] body = multipart(workbook);
            double cpu = process.cpu();
            long start = System.nanoTime();
            String answer = http.post("/crm/api/v1/import-runs", "multipart/form-data; boundary=" + BOUNDARY, body)
                    .expect(201)
                    .text();
            long run = Json.number(answer, "id");
            double heap = 0;
            double resident = 0;
            for (int polls = 0; isUnderWay(answer); polls++) {
                LockSupport.parkNanos(POLL_NANOS);
                answer = http.get("/crm/api/v1/import-runs/" + run).expect(200).text();
                if (polls % 20 == 10) {
                    heap = Math.max(heap, process.heapUsed());
                    resident = Math.max(resident, process.resident());
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (Json.number(answer, "created") != rows) {
                throw new IllegalStateException("Not all " + rows + " rows were created: " + answer);
            }
            return new Imported(run, new Cost(seconds, process.cpu() - cpu), heap, resident);
        }
    }

    private static boolean isUnderWay(String answer) {
        String state = Json.text(answer, "state");
        return !AT_REST.contains(state) || "UPLOADED".equals(state) && Json.text(answer, "problem") == null;
    }

    private static byte[] multipart(Path workbook) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 24);
        part(body, "type", "customers");
        part(body, "options", OPTIONS);
        body.write(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"khach-hang.xlsx\"\r\n"
                                + "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        Files.copy(workbook, body);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, String value) throws IOException {
        body.write(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
