package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.sencrm.it.Api.Answer;

/** Exports through the REST interface: ask for one, wait for its end, fetch the file. */
final class TestExports {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TestExports() {}

    static JsonObjectBuilder request(String format, JsonObject filter, String... columns) {
        JsonObjectBuilder request =
                Json.createObjectBuilder().add("list", "customers").add("format", format);
        if (filter != null) {
            request.add("filter", filter);
        }
        if (columns.length > 0) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            List.of(columns).forEach(names::add);
            request.add("columns", names);
        }
        return request;
    }

    static JsonObject ownedBy(TestUser user) {
        return Json.createObjectBuilder()
                .add("field", "owner")
                .add("op", "eq")
                .add("value", user.username())
                .build();
    }

    /** Asks for the user's customers, by a request with this id. */
    static Answer askedAs(TestUser user, String requestId) {
        return Api.send(HttpRequest.newBuilder(URI.create(Sen.baseUrl() + "/api/v1/exports"))
                .header("Authorization", "Bearer " + user.token())
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId)
                .POST(BodyPublishers.ofString(
                        request("csv", ownedBy(user), "code").build().toString()))
                .build());
    }

    static long id(Answer sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        return sent.json().getJsonNumber("id").longValue();
    }

    static JsonObject run(Api api, long id) {
        return api.get("/exports/" + id).json();
    }

    static JsonObject ended(Api api, long id) {
        Await.until("the end of export " + id, LIMIT, () -> !run(api, id)
                .getString("state")
                .equals("RUNNING"));
        return run(api, id);
    }

    /** The file of an export that ends well. */
    static Path file(TestUser user, JsonObject request) {
        Api api = Api.of(user);
        JsonObject run = ended(api, id(api.post("/exports", request)));
        assertThat(run.getString("state")).as(run.toString()).isEqualTo("DONE");
        return fetch(user, run.getJsonNumber("id").longValue());
    }

    static Path fetch(TestUser user, long id) {
        return download(user, "/exports/" + id + "/file");
    }

    /** A file of the REST interface. */
    static Path download(TestUser user, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Sen.baseUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + user.token())
                .build();
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            String disposition =
                    answer.headers().firstValue("Content-Disposition").orElseThrow();
            String ending = disposition.contains(".xlsx") ? ".xlsx" : ".csv";
            return Files.write(Sen.output("exports").resolve("export-" + Unique.number() + ending), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
