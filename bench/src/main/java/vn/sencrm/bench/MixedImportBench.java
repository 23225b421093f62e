package vn.sencrm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports a workbook half of whose rows change customers that there are and half of which are new, takes it back, and
 * asks for its dry run; beside them, alternating, reading alone and the bare SQL of the same changes.
 */
final class MixedImportBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 1_000_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final String OPTIONS = "{\"key\":\"CODE\",\"onMatch\":\"OVERWRITE\",\"dryRun\":%s}";

    private final Figures figures;
    private final Connection connection;
    private final Imports imports;
    private final BareInsertSql bare;
    private final ServerProcess process;

    private final List<Cost> reads = new ArrayList<>();
    private final List<Cost> dry = new ArrayList<>();
    private final List<Cost> whole = new ArrayList<>();
    private final List<Cost> undos = new ArrayList<>();
    private final List<Cost> sql = new ArrayList<>();

    MixedImportBench(Figures figures, BenchServer server, Connection connection) throws IOException {
        this.figures = figures;
        this.connection = connection;
        this.imports = new Imports(server);
        this.bare = new BareInsertSql(connection);
        this.process = server.process();
    }

    void run() throws IOException, SQLException {
        VietnameseCustomers customers = new VietnameseCustomers(CustomerFillSql.SEED);
        CustomerFillSql.ensure(figures, connection, CUSTOMERS);
        Path small = Files.createTempFile("sen-crm-bench", ".xlsx");
        Path mixed = Files.createTempFile("sen-crm-bench", ".xlsx");
        try {
            write(small, customers, ROWS / 10);
            write(mixed, customers, ROWS);
            BenchSql.autovacuum(connection, false);
            warmUp(small);
            for (int i = 0; i < RUNS; i++) {
                measure(mixed, i + 1);
            }
        } finally {
            BenchSql.autovacuum(connection, true);
            Files.deleteIfExists(small);
            Files.deleteIfExists(mixed);
        }
        bare.forget();
        report();
    }

    private static void write(Path path, VietnameseCustomers customers, int rows) throws IOException {
        Workbook.write(path, customers, CUSTOMERS - rows / 2, CUSTOMERS, CUSTOMERS + rows / 2);
    }

    private void warmUp(Path workbook) throws IOException, SQLException {
        Imports.Imported imported = imports.runWhole(workbook, OPTIONS.formatted(false), ROWS / 10);
        figures.add("memory.small.heap_peak", imported.heapPeak(), "MB");
        imports.undo(imported.run());
        bare.remove(imported.run());
        for (int i = 0; i < 3; i++) {
            Workbook.readAlone(workbook);
        }
    }

    private void measure(Path workbook, int number) throws IOException, SQLException {
        Imports.Imported looked = imports.run(workbook, OPTIONS.formatted(true));
        bare.remove(looked.run());
        Imports.Imported imported = imports.runWhole(workbook, OPTIONS.formatted(false), ROWS);
        bare.keep(imported.run());
        Cost undo = imports.undo(imported.run());
        bare.remove(imported.run());
        dry.add(looked.cost());
        whole.add(imported.cost());
        undos.add(undo);
        reads.add(Workbook.readAlone(workbook));
        sql.add(bare.run(process));
        int i = number - 1;
        figures.say(
                "mixed run %d: dry run %s, import %s = %.0f rows/s, undo %s, reading alone %s, bare SQL %s; heap %.0f MB",
                number,
                dry.get(i),
                whole.get(i),
                ROWS / whole.get(i).seconds(),
                undo,
                reads.get(i),
                sql.get(i),
                imported.heapPeak());
        if (number == RUNS) {
            figures.add("memory.mixed.heap_peak", imported.heapPeak(), "MB");
        }
    }

    private void report() {
        Cost imported = Cost.median(whole);
        Cost least = Cost.median(reads).plus(Cost.median(sql));
        figures.add("mixed.seconds", imported.seconds(), "s");
        figures.add("mixed.rows_per_s", ROWS / imported.seconds(), "rows/s");
        figures.add("mixed.ratio", imported.seconds() / least.seconds(), "x");
        if (imported.cpu() > 0) {
            figures.add("mixed.processor_ratio", imported.cpu() / least.cpu(), "x");
        }
        figures.add("mixed.dry.seconds", Cost.median(dry).seconds(), "s");
        figures.add("mixed.dry.ratio", Cost.median(dry).seconds() / imported.seconds(), "x");
        figures.add("mixed.undo.seconds", Cost.median(undos).seconds(), "s");
        figures.add("mixed.undo.ratio", Cost.median(undos).seconds() / imported.seconds(), "x");
        figures.add("read.seconds", Cost.median(reads).seconds(), "s");
        figures.add("bare.mixed.seconds", Cost.median(sql).seconds(), "s");
    }
}
