package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import vn.sencrm.it.Api.Answer;

/** Bulk actions through the REST interface: ask for one, wait for its end. */
final class TestBulk {

    private static final Duration LIMIT = Duration.ofSeconds(180);

    private TestBulk() {}

    static Answer ask(Api api, String action, List<Long> ids, JsonObject args) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ids.forEach(array::add);
        return api.post("/bulk-actions", request(action, args).add("ids", array).build());
    }

    static Answer ask(Api api, String action, JsonObject filter, long expected, JsonObject args) {
        return api.post(
                "/bulk-actions",
                request(action, args)
                        .add("filter", filter)
                        .add("expected", expected)
                        .build());
    }

    private static JsonObjectBuilder request(String action, JsonObject args) {
        return Json.createObjectBuilder().add("action", action).add("args", args);
    }

    static Answer post(Api api, long id, String verb) {
        return api.send("POST", "/bulk-actions/" + id + "/" + verb, null, BodyPublishers.noBody());
    }

    static long id(Answer sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        return sent.json().getJsonNumber("id").longValue();
    }

    static JsonObject run(Api api, long id) {
        return api.get("/bulk-actions/" + id).json();
    }

    /** The run once it rests, with the identity of its counts checked. */
    static JsonObject ended(Api api, long id) {
        Await.until("the end of bulk action " + id, LIMIT, () -> !run(api, id)
                .getString("state")
                .equals("RUNNING"));
        JsonObject run = run(api, id);
        assertThat(count(run, "done") + count(run, "unchanged") + count(run, "skipped") + count(run, "refused"))
                .as(run.toString())
                .isEqualTo(count(run, "selected"));
        return run;
    }

    static JsonObject ended(Api api, Answer sent) {
        return ended(api, id(sent));
    }

    static int count(JsonObject run, String name) {
        return run.getJsonObject("counts").getInt(name);
    }

    /** done, unchanged, skipped, refused. */
    static List<Integer> counts(JsonObject run) {
        return List.of(count(run, "done"), count(run, "unchanged"), count(run, "skipped"), count(run, "refused"));
    }
}
