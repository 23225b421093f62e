package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.sencrm.it.Api.Answer;

/** Imports through the REST interface: send a file, wait for its end. */
final class TestImports {

    private static final String BOUNDARY = "sen-it-boundary";
    private static final Set<String> RESTING =
            Set.of("UPLOADED", "MAPPED", "CHECKED", "DONE", "DONE_WITH_ERRORS", "STOPPED", "FAILED", "UNDONE");
    private static final Duration LIMIT = Duration.ofSeconds(180);

    private TestImports() {}

    static Answer send(Api api, String fileName, byte[] content, String options) {
        return send(api, "customers", fileName, content, options);
    }

    static Answer send(Api api, String type, String fileName, byte[] content, String options) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "form-data; name=\"type\"", "text/plain", type.getBytes(StandardCharsets.UTF_8));
        part(body, "form-data; name=\"options\"", "application/json", options.getBytes(StandardCharsets.UTF_8));
        part(body, "form-data; name=\"file\"; filename=\"" + fileName + "\"", "application/octet-stream", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.send(
                "POST",
                "/import-runs",
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    static Answer send(Api api, Path file, String options) {
        try {
            return send(api, file.getFileName().toString(), Files.readAllBytes(file), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer sendCsv(Api api, String text, String options) {
        return send(api, "import-" + Unique.number() + ".csv", text.getBytes(StandardCharsets.UTF_8), options);
    }

    /** Rows named "Khách word i", of which one in twenty has a wrong phone. */
    static String csv(String word, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "Khách " + word + " " + i + "," + (i % 20 == 0 ? "12x" : Unique.phone()))
                .collect(Collectors.joining("\n", "Tên khách hàng,SĐT\n", "\n"));
    }

    /** The run once it rests, with the identity of its counts checked. */
    static JsonObject ended(Api api, Answer sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return ended(api, id(sent));
    }

    static JsonObject ended(Api api, long id) {
        Await.until("the end of import " + id, LIMIT, () -> RESTING.contains(state(api, id)));
        JsonObject run = run(api, id);
        assertCountsAddUp(run);
        return run;
    }

    static long id(Answer sent) {
        return sent.json().getJsonNumber("id").longValue();
    }

    static JsonObject run(Api api, long id) {
        return api.get("/import-runs/" + id).json();
    }

    static String state(Api api, long id) {
        return run(api, id).getString("state");
    }

    static int count(JsonObject run, String name) {
        return run.getJsonObject("counts").getInt(name);
    }

    private static void assertCountsAddUp(JsonObject run) {
        if (Set.of("DONE", "DONE_WITH_ERRORS", "CHECKED").contains(run.getString("state"))) {
            assertThat(count(run, "created")
                            + count(run, "updated")
                            + count(run, "unchanged")
                            + count(run, "skipped")
                            + count(run, "refused"))
                    .as(run.toString())
                    .isEqualTo(count(run, "read"));
        }
    }

    private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content) {
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
