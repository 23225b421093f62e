package vn.sencrm.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * All customers to .xlsx through the whole product, and beside each, alternating, the writing of the very same cells by
 * fastexcel alone. The ratio is export ÷ writing.
 */
final class ExportBench {
    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 1_000_000);
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int BLOCK = 10_000;
    private static final int FLUSH_ROWS = 500;
    private static final long POLL_NANOS = 100_000_000;

    /** What a list usually shows and what one asks of customers: twenty-four columns. */
    private static final String REQUEST =
            """
            {"list":"customers","format":"xlsx","columns":["code","name","kind","stage","phones","emails","websites",
             "addresses","gender","birthday","citizenId","taxCode","status","category","source","tier","owner","team",
             "tags","notes"]}
            """;

    private final Figures figures;
    private final BenchServer server;
    private final Connection connection;

    ExportBench(Figures figures, BenchServer server, Connection connection) {
        this.figures = figures;
        this.server = server;
        this.connection = connection;
    }

    /** @param heapPeak the largest heap in use that was seen, in megabytes, garbage included */
    private record Exported(Path file, double seconds, double heapPeak) {}

    void run() throws IOException, SQLException {
        CustomerFillSql.ensure(figures, connection, CUSTOMERS);
        List<Double> exports = new ArrayList<>();
        List<Double> writes = new ArrayList<>();
        double heap = 0;
        // The first one warms up.
        for (int run = 0; run <= RUNS; run++) {
            Exported exported = export();
            double alone = writeAlone(exported.file());
            figures.say(
                    "run %d: export %.2f s = %.0f rows/s, writing alone %.2f s, heap at most %.0f MB",
                    run, exported.seconds(), CUSTOMERS / exported.seconds(), alone, exported.heapPeak());
            Files.delete(exported.file());
            heap = Math.max(heap, exported.heapPeak());
            if (run > 0 || RUNS == 0) {
                exports.add(exported.seconds());
                writes.add(alone);
            }
        }
        figures.add("export.rows_per_s", CUSTOMERS / Figures.median(exports), "rows/s");
        figures.add("export.seconds", Figures.median(exports), "s");
        figures.add("export.ratio", Figures.median(exports) / Figures.median(writes), "x");
        figures.add("write.seconds", Figures.median(writes), "s");
        figures.add("memory.export.heap_peak", heap, "MB");
        figures.add("memory.export.live.after", server.process().heapLive(), "MB");
    }

    /** From the request to the answer that says DONE; fetching the file does not count. */
    private Exported export() throws IOException {
        ServerProcess process = server.process();
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + server.token("admin"))) {
            long start = System.nanoTime();
            String answer = http.post(
                            "/crm/api/v1/exports", "application/json", REQUEST.getBytes(StandardCharsets.UTF_8))
                    .expect(202)
                    .text();
            String address = "/crm/api/v1/exports/" + Json.number(answer, "id");
            double heap = 0;
            for (int poll = 0; "RUNNING".equals(Json.text(answer, "state")); poll++) {
                LockSupport.parkNanos(POLL_NANOS);
                answer = http.get(address).expect(200).text();
                heap = poll % 20 == 0 ? Math.max(heap, process.heapUsed()) : heap;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (Json.number(answer.substring(answer.indexOf("\"counts\"")), "rows") != CUSTOMERS) {
                throw new IllegalStateException("Not all " + CUSTOMERS + " were written: " + answer);
            }
            Path file = Files.createTempFile("bench-export", ".xlsx");
            Files.write(file, http.get(address + "/file").expect(200).body());
            return new Exported(file, seconds, heap);
        }
    }

    /** Reads the cells block by block and writes each block again; only the writing counts, in seconds. */
    private static double writeAlone(Path exported) throws IOException {
        Path copy = Files.createTempFile("bench-write", ".xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(exported.toFile());
                Stream<Row> rows = book.getFirstSheet().openStream();
                OutputStream out = Files.newOutputStream(copy)) {
            Iterator<Row> all = rows.iterator();
            long start = System.nanoTime();
            org.dhatim.fastexcel.Workbook written = new org.dhatim.fastexcel.Workbook(out, "Sen CRM", "1.0");
            Worksheet sheet = written.newWorksheet("Data");
            long nanos = System.nanoTime() - start;
            int row = 0;
            while (all.hasNext()) {
                List<String[]> block = block(all);
                start = System.nanoTime();
                for (String[] cells : block) {
                    write(sheet, row++, cells);
                }
                nanos += System.nanoTime() - start;
            }
            start = System.nanoTime();
            sheet.finish();
            written.finish();
            return (nanos + System.nanoTime() - start) / 1e9;
        } finally {
            Files.delete(copy);
        }
    }

    private static List<String[]> block(Iterator<Row> rows) {
        List<String[]> block = new ArrayList<>(BLOCK);
        while (block.size() < BLOCK && rows.hasNext()) {
            Row row = rows.next();
            String[] cells = new String[row.getCellCount()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] =
                        row.getOptionalCell(column).map(cell -> cell.getText()).orElse(null);
            }
            block.add(cells);
        }
        return block;
    }

    private static void write(Worksheet sheet, int row, String[] cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] != null) {
                sheet.inlineString(row, column, cells[column]);
            }
        }
        if (row % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }
}
