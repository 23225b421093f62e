package vn.sencrm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports a workbook of 100,000 × 20 through the whole product, into an empty database and into one of 1,000,000
 * customers, and beside it, alternating, does the two things that no import can do without: reads the same workbook
 * alone, and inserts the same rows by bare SQL into the same tables. The ratio is import ÷ (reading + bare SQL).
 */
final class ImportBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int FULL = Integer.getInteger("bench.customers", 1_000_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final String OPTIONS = "{\"key\":\"CODE\",\"onMatch\":\"SKIP\",\"dryRun\":false}";

    private final Figures figures;
    private final BenchServer server;
    private final Connection connection;
    private final Imports imports;
    private final BareInsertSql bare;
    private final ServerProcess process;
    private final List<Cost> reads = new ArrayList<>();

    ImportBench(Figures figures, BenchServer server, Connection connection) throws IOException {
        this.figures = figures;
        this.server = server;
        this.connection = connection;
        this.imports = new Imports(server);
        this.bare = new BareInsertSql(connection);
        this.process = server.process();
    }

    void run() throws IOException, SQLException {
        VietnameseCustomers customers = new VietnameseCustomers(CustomerFillSql.SEED);
        Path small = Files.createTempFile("sen-crm-bench", ".xlsx");
        Path first = Files.createTempFile("sen-crm-bench", ".xlsx");
        Path beyond = Files.createTempFile("sen-crm-bench", ".xlsx");
        try {
            Workbook.write(small, customers, 0, ROWS / 10);
            Workbook.write(first, customers, 0, ROWS);
            Workbook.write(beyond, customers, FULL, FULL + ROWS);
            figures.say("Workbook: %d rows × 20 columns, %d KB", ROWS, Files.size(first) / 1024);
            BenchSql.empty(connection);
            BenchSql.autovacuum(connection, false);
            warmUp(small);
            measure("empty", first);
            figures.say("Filling the database with %d customers …", FULL);
            new CustomerFillSql(connection, customers).fill(FULL, BenchServer.PASSWORD);
            measure("million", beyond);
            figures.add("read.seconds", Cost.median(reads).seconds(), "s");
        } finally {
            BenchSql.autovacuum(connection, true);
            Files.deleteIfExists(small);
            Files.deleteIfExists(first);
            Files.deleteIfExists(beyond);
        }
    }

    /** A young JVM compiles what it runs: a tenth of the rows first, which also shows whether memory grows with them. */
    private void warmUp(Path workbook) throws IOException, SQLException {
        Imports.Imported imported = imports.runWhole(workbook, OPTIONS, ROWS / 10);
        figures.say("warm-up: %d rows in %s", ROWS / 10, imported.cost());
        figures.add("memory.small.heap_peak", imported.heapPeak(), "MB");
        figures.add("memory.live.before", process.heapLive(), "MB");
        bare.takeOut(imported.run());
        bare.forget();
        for (int i = 0; i < 3; i++) {
            Workbook.readAlone(workbook);
        }
    }

    private void measure(String state, Path workbook) throws IOException, SQLException {
        List<Cost> costs = new ArrayList<>();
        List<Cost> inserts = new ArrayList<>();
        List<Cost> ownReads = new ArrayList<>();
        double heapPeak = 0;
        double resident = 0;
        for (int i = 0; i < RUNS; i++) {
            Imports.Imported imported = imports.runWhole(workbook, OPTIONS, ROWS);
            costs.add(imported.cost());
            bare.takeOut(imported.run());
            ownReads.add(Workbook.readAlone(workbook));
            ownReads.add(Workbook.readAlone(workbook));
            inserts.add(bare.run(process));
            heapPeak = Math.max(heapPeak, imported.heapPeak());
            resident = Math.max(resident, imported.residentPeak());
            figures.say(
                    "%s run %d: import %s = %.0f rows/s, reading alone %s, bare SQL %s",
                    state, i + 1, costs.get(i), ROWS / costs.get(i).seconds(), ownReads.get(2 * i + 1), inserts.get(i));
        }
        bare.forget();
        reads.addAll(ownReads);
        report(state, Cost.median(costs), Cost.median(ownReads), Cost.median(inserts));
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
}
