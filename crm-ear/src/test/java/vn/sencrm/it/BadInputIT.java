package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;

/** What people paste into customers: far too much, signs of every script, and markup. */
class BadInputIT {

    private static final List<String> TEXTS = List.of("name", "jobTitle", "industry", "companySize", "notes");

    private final TestUser user = TestUsers.administrator();
    private final Api admin = Api.of(user);

    @Test
    void aNoteOfTenMegabytesIsRefusedByItsFieldAndTheOldOneStays() {
        JsonObject customer = created(all("Ghi chú cũ"));
        Answer refused = admin.patch(
                path(customer),
                Json.createObjectBuilder()
                        .add("version", 1)
                        .add("notes", "ệ".repeat(5 * 1024 * 1024))
                        .build());
        assertThat(refused.status()).isIn(400, 413);
        assertThat(refused.body()).hasSizeLessThan(2_000);
        if (refused.status() == 400) {
            JsonObject error = refused.errors().getJsonObject(0);
            assertThat(error.getString("field")).isEqualTo("notes");
            assertThat(error.getString("code")).isEqualTo("TOO_LONG");
        }
        assertThat(read(customer).getString("notes")).isEqualTo("Ghi chú cũ");
        assertThat(read(customer).getInt("version")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🌾 Nguyễn 🇻🇳", "שלום עולם", "مرحبا بالعالم", "a̐éö̲ Zalgo", "\uD840\uDC00𠀁 chữ Nôm"})
    void signsOfEveryScriptAreKeptFoundAndShown(String text) {
        String unique = text + " " + Unique.word();
        JsonObject customer = created(all(unique));
        TEXTS.forEach(name -> assertThat(customer.getString(name)).as(name).isEqualTo(unique));
        assertThat(admin.get("/customers", "q", unique).items()).hasSize(1);
        assertThat(Visit.signedIn(user)
                        .get("/customer/detail.xhtml?id=" + customer.getInt("id"))
                        .body())
                .contains(unique);
    }

    @Test
    void markupInEveryTextIsShownAsText() {
        String markup = "<img src=x onerror=alert(1)>" + Unique.word();
        JsonObject customer = created(all(markup)
                .add("addresses", array(Map.of("street", markup, "note", markup)))
                .add("socials", array(Map.of("network", "<b>mạng", "id", markup)))
                .add("phones", array(Map.of("value", Unique.phone(), "label", "<b>riêng")))
                .add("representative", Json.createObjectBuilder().add("name", markup))
                .add("tags", Json.createArrayBuilder().add("</script><script>alert(1)</script>" + Unique.word())));
        JsonObject other = created(all(markup));
        admin.post(
                path(customer) + "/comments",
                Json.createObjectBuilder().add("text", markup).build());
        Visit visit = Visit.signedIn(user);
        for (String page : List.of(
                "/customer/detail.xhtml?id=" + customer.getInt("id"),
                "/customer/edit.xhtml?id=" + customer.getInt("id"),
                "/customer/history.xhtml?id=" + customer.getInt("id"),
                "/customer/list.xhtml?q=" + markup.substring(markup.indexOf('>') + 1),
                "/customer/merge.xhtml?ids=" + customer.getInt("id") + "," + other.getInt("id"))) {
            Answer shown = visit.get(page);
            assertThat(shown.status()).as(page).isEqualTo(200);
            assertThat(shown.body())
                    .as(page)
                    .contains(markup.substring(markup.indexOf('>') + 1))
                    .doesNotContain("<img src=x", "<b>mạng", "<b>riêng", "</script><script>alert(1)");
        }
    }

    private static JsonValue array(Map<String, String> parts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        parts.forEach(object::add);
        return Json.createArrayBuilder().add(object).build();
    }

    private static JsonObjectBuilder all(String text) {
        JsonObjectBuilder customer =
                Json.createObjectBuilder().add("kind", "ORGANIZATION").add("stage", "LEAD");
        TEXTS.forEach(name -> customer.add(name, text));
        return customer;
    }

    private JsonObject created(JsonObjectBuilder customer) {
        Answer answer = admin.post("/customers?onDuplicate=allow", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject read(JsonObject customer) {
        return admin.get(path(customer)).json();
    }

    private static String path(JsonObject customer) {
        return "/customers/" + customer.getInt("id");
    }
}
