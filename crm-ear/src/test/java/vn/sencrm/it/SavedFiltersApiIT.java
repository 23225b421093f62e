package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** Filters kept by name over REST (CUS-10): one's own, those that others share, and those that can no longer be read. */
class SavedFiltersApiIT {

    private static final String OPEN = "{\"field\":\"status\",\"op\":\"in\",\"value\":[\"NEW\",\"QUOTED\"]}";

    private final Api mine = Api.of(TestUsers.staff());

    @Test
    void aFilterIsReadBackAsItWasKept() {
        Answer created = mine.post(
                "/saved-filters",
                filter("Của tôi, chưa gọi")
                        .add("stage", "LEAD")
                        .add("filter", json(OPEN))
                        .add("search", "nguyen")
                        .add("sort", "-createdAt")
                        .add("columns", Json.createArrayBuilder().add("phones").add("attr.gone"))
                        .add("shared", true)
                        .build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonObject saved = created.json();
        assertThat(mine.get(path(saved)).json()).isEqualTo(saved);
        assertThat(saved.getJsonObject("filter")).isEqualTo(json(OPEN));
        assertThat(saved.getString("sort")).isEqualTo("-createdAt");
        assertThat(saved.getJsonArray("columns")).hasSize(2);
        assertThat(saved.isNull("problem")).isTrue();
        assertThat(mine.get("/saved-filters").items()).contains(saved);
    }

    @Test
    void aPartIsChangedAndTheRestStays() {
        JsonObject saved = created(mine, filter("Cũ").add("filter", json(OPEN)));
        JsonObject changed =
                mine.patch(path(saved), part(1).add("name", "Mới").build()).json();
        assertThat(changed.getString("name")).isEqualTo("Mới");
        assertThat(changed.getInt("version")).isEqualTo(2);
        assertThat(changed.getJsonObject("filter")).isEqualTo(json(OPEN));
        JsonObject without =
                mine.patch(path(saved), part(2).addNull("filter").build()).json();
        assertThat(without.isNull("filter")).isTrue();
        Answer stale = mine.patch(path(saved), part(1).add("name", "Cũ hơn").build());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("SAVED_FILTER_STALE");
        assertThat(mine.delete(path(saved)).status()).isEqualTo(204);
        assertThat(mine.get(path(saved)).status()).isEqualTo(404);
    }

    @Test
    void aNameIsGivenOnceByEachUserWithoutRegardToCaseAndDiacritics() {
        created(mine, filter("Khách Đặc Biệt"));
        JsonObject other = created(mine, filter("Khác"));
        Answer again = mine.post("/saved-filters", filter("khach dac biet").build());
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.errors().getJsonObject(0).getString("code")).isEqualTo("NAME_TAKEN");
        Answer renamed =
                mine.patch(path(other), part(1).add("name", "KHÁCH ĐẶC BIỆT").build());
        assertThat(renamed.errors().getJsonObject(0).getString("field")).isEqualTo("name");
        created(Api.of(TestUsers.staff()), filter("Khách Đặc Biệt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name    | '  '                                        | INVALID_INPUT",
                "stage   | DONE                                        | INVALID_INPUT",
                "sort    | password                                    | UNKNOWN_FIELD",
                "filter  | {\"field\":\"password\",\"op\":\"empty\"}   | UNKNOWN_FIELD",
                "filter  | {\"field\":\"score\",\"op\":\"eq\",\"value\":\"x\"} | BAD_FILTER",
                "filter  | {                                           | BAD_FILTER",
                "shared  | ja                                          | INVALID_INPUT",
                "columns | phones                                      | INVALID_INPUT",
                "colour  | red                                         | UNKNOWN_FIELD"
            })
    void whatCannotBeUsedIsNotKept(String member, String value, String code) {
        Answer refused =
                mine.post("/saved-filters", filter("Sai").add(member, value).build());
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(mine.get("/saved-filters").items().getValuesAs(JsonObject.class))
                .noneMatch(saved -> saved.getString("name").equals("Sai"));
    }

    @Test
    void whatIsSharedIsSeenByAllAndChangedByWhoMadeItOrConfigures() {
        TestUser author = TestUsers.staff();
        JsonObject shared = created(Api.of(author), filter("Chung").add("shared", true));
        JsonObject hidden = created(Api.of(author), filter("Riêng"));
        JsonObject seen = mine.get(path(shared)).json();
        assertThat(seen.getString("owner")).isEqualTo(author.username());
        assertThat(seen.getBoolean("editable")).isFalse();
        assertThat(mine.get(path(hidden)).status()).isEqualTo(404);
        assertThat(mine.patch(path(shared), part(1).add("name", "x").build()).status())
                .isEqualTo(404);
        assertThat(mine.delete(path(shared)).status()).isEqualTo(404);
        Api admin = Api.of(TestUsers.administrator());
        assertThat(admin.get(path(hidden)).status()).isEqualTo(404);
        assertThat(admin.patch(path(shared), part(1).add("shared", false).build())
                        .status())
                .isEqualTo(200);
        assertThat(mine.get(path(shared)).status()).isEqualTo(404);
    }

    @Test
    void theSharedFilterOfSomebodyWhoLeftStays() {
        TestUser author = TestUsers.staff();
        JsonObject shared = created(Api.of(author), filter("Để lại").add("shared", true));
        Db.update("update app_user set active = false where id = ?", author.id());
        JsonObject seen = mine.get(path(shared)).json();
        assertThat(seen.getBoolean("ownerActive")).isFalse();
        assertThat(seen.getString("owner")).isEqualTo(author.username());
    }

    @Test
    void whatCanNoLongerBeReadSaysWhyAndIsMended() {
        JsonObject saved = created(mine, filter("Theo cỡ áo").add("filter", json(OPEN)));
        Db.update(
                "update saved_filter set filter = ? where id = ?",
                "{\"and\":[{\"field\":\"attr.shirt_size_gone\",\"op\":\"eq\",\"value\":\"L\"}]}",
                id(saved));
        JsonObject broken = mine.get(path(saved)).json();
        assertThat(broken.getJsonObject("problem").getString("code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(broken.getJsonObject("problem").getJsonArray("arguments").getString(0))
                .isEqualTo("attr.shirt_size_gone");
        JsonObject renamed = mine.patch(
                        path(saved), part(1).add("name", "Theo cỡ áo cũ").build())
                .json();
        assertThat(renamed.getString("name")).isEqualTo("Theo cỡ áo cũ");
        JsonObject mended = mine.patch(
                        path(saved), part(2).add("filter", json(OPEN)).build())
                .json();
        assertThat(mended.isNull("problem")).isTrue();
    }

    @Test
    void eachUserSaysForThemselvesWhatAListBeginsWith() {
        JsonObject first = created(mine, filter("Một").add("stage", "LEAD").add("shared", true));
        JsonObject second = created(mine, filter("Hai").add("stage", "LEAD"));
        Api other = Api.of(TestUsers.staff());
        assertThat(put(mine, first)).isEqualTo(204);
        assertThat(put(other, first)).isEqualTo(204);
        assertThat(put(mine, second)).isEqualTo(204);
        assertThat(isDefault(mine, first)).isFalse();
        assertThat(isDefault(mine, second)).isTrue();
        assertThat(isDefault(other, first)).isTrue();
        assertThat(other.delete(path(first) + "/default").status()).isEqualTo(204);
        assertThat(isDefault(other, first)).isFalse();
        assertThat(put(other, second)).isEqualTo(404);
        assertThat(mine.delete(path(second)).status()).isEqualTo(204);
    }

    private static int put(Api api, JsonObject saved) {
        return api.send("PUT", path(saved) + "/default", null, BodyPublishers.noBody())
                .status();
    }

    private static boolean isDefault(Api api, JsonObject saved) {
        return api.get(path(saved)).json().getBoolean("default");
    }

    private static JsonObject created(Api api, JsonObjectBuilder filter) {
        Answer answer = api.post("/saved-filters", filter.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonObjectBuilder filter(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private static JsonObjectBuilder part(int version) {
        return Json.createObjectBuilder().add("version", version);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String path(JsonObject saved) {
        return "/saved-filters/" + id(saved);
    }

    private static long id(JsonObject saved) {
        return saved.getJsonNumber("id").longValue();
    }
}
