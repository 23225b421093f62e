package vn.sencrm.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Imports workbooks over HTTP and waits for their ends. */
final class Imports {
    private static final long POLL_NANOS = 200_000_000;
    private static final Set<String> AT_REST =
            Set.of("DONE", "DONE_WITH_ERRORS", "FAILED", "STOPPED", "UPLOADED", "CHECKED");
    private static final String BOUNDARY = "----sen-crm-bench-boundary";

    private final BenchServer server;
    private final ServerProcess process;

    Imports(BenchServer server) throws IOException {
        this.server = server;
        this.process = server.process();
    }

    /** @param answer the run as the product tells of it at its end */
    record Imported(long run, Cost cost, double heapPeak, double residentPeak, String answer) {

        /** Rows that were written. */
        long written() {
            return Json.number(answer, "created") + Json.number(answer, "updated");
        }
    }

    /** Imports a workbook whose every row is to be written. */
    Imported runWhole(Path workbook, String options, int rows) throws IOException {
        Imported imported = run(workbook, options);
        // Some made-up citizen ids beyond the first million are another's, and refused.
        if (imported.written() < rows - rows / 1000) {
            throw new IllegalStateException("Not all " + rows + " rows were written: " + imported.answer());
        }
        return imported;
    }

    /** From the first byte sent to the answer that says that it rests. */
    Imported run(Path workbook, String options) throws IOException {
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + server.token("admin"))) {
            byte[] body = multipart(workbook, options);
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
                // Asking takes half a second of a processor.
                if (polls % 100 == 20) {
                    heap = Math.max(heap, process.heapUsed());
                    resident = Math.max(resident, process.resident());
                }
            }
            Cost cost = new Cost((System.nanoTime() - start) / 1e9, process.cpu() - cpu);
            return new Imported(
                    run, cost, Math.max(heap, process.heapUsed()), Math.max(resident, process.resident()), answer);
        }
    }

    /** Takes an import back. */
    Cost undo(long run) throws IOException {
        try (HttpConnection http = server.connect().header("Authorization", "Bearer " + server.token("admin"))) {
            String path = "/crm/api/v1/import-runs/" + run;
            double cpu = process.cpu();
            long start = System.nanoTime();
            String answer = http.post(path + "/undo", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                    .expect(200)
                    .text();
            while ("UNDOING".equals(Json.text(answer, "state"))) {
                LockSupport.parkNanos(POLL_NANOS);
                answer = http.get(path).expect(200).text();
            }
            if (!"UNDONE".equals(Json.text(answer, "state"))) {
                throw new IllegalStateException("Not taken back: " + answer);
            }
            return new Cost((System.nanoTime() - start) / 1e9, process.cpu() - cpu);
        }
    }

    private static boolean isUnderWay(String answer) {
        String state = Json.text(answer, "state");
        return !AT_REST.contains(state) || "UPLOADED".equals(state) && Json.text(answer, "problem") == null;
    }

    private static byte[] multipart(Path workbook, String options) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 24);
        part(body, "type", "customers");
        part(body, "options", options);
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
