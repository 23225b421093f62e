package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;

/** Catalogues by REST (CATLG-1): statuses, categories, tiers and sources, all in one way. */
class CataloguesApiIT {

    private final Api admin = Api.of(TestUsers.administrator());

    @ParameterizedTest
    @CsvSource({
        "customer-statuses, purpose, WON",
        "customer-categories, points, 15",
        "tiers, discountPercent, 7.5",
        "customer-sources, colour, teal"
    })
    void anEntryIsAddedChangedArchivedAndDeleted(String of, String field, String value) {
        String word = Unique.word();
        Answer created =
                admin.post("/catalogues/" + of, entry(word).add(field, value).build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonObject entry = created.json();
        assertThat(entry.get(field).toString().replace("\"", "")).isEqualTo(value);
        assertThat(entry.getString("code")).isEqualTo(word.toUpperCase());

        Answer changed = admin.patch(
                at(of, entry), version(entry).add("nameEn", "Other " + word).build());
        assertThat(changed.json().getString("nameEn")).isEqualTo("Other " + word);
        assertThat(changed.json().getString("nameVi")).isEqualTo(word);

        JsonObject archived = admin.patch(
                        at(of, entry),
                        version(changed.json()).add("archived", true).build())
                .json();
        assertThat(archived.getBoolean("archived")).isTrue();
        assertThat(admin.get("/" + of, "q", word).items()).isEmpty();
        assertThat(admin.get("/" + of, "q", word, "archived", "true").items()).hasSize(1);

        assertThat(admin.delete(at(of, entry)).status()).isEqualTo(204);
        assertThat(admin.get(at(of, entry)).status()).isEqualTo(404);
        assertThat(Db.texts(
                        "select action from audit_entry where entity_id = ? and cause = 'API' order by version",
                        entry.getJsonNumber("id").longValue()))
                .contains("CREATE", "UPDATE", "DELETE");
    }

    @Test
    void anArchivedStatusStillStandsOnThePathOfACustomerThatHasIt() {
        TestUser reader = TestUsers.administrator();
        String name = "Bước " + Unique.word();
        JsonObject status = add("customer-statuses", name);
        JsonObject customer = admin.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Khách " + name)
                                .add("status", status.getString("code"))
                                .build())
                .json();
        admin.patch(
                at("customer-statuses", status),
                version(status).add("archived", true).build());
        String page = Visit.signedIn(reader)
                .get("/customer/detail.xhtml?id=" + customer.getJsonNumber("id"))
                .body();
        String path = page.substring(page.indexOf("<ol class=\"steps\""), page.indexOf("</ol>"));
        assertThat(path).contains(name).containsPattern("aria-current=\"step\"[^<]*<span>" + name);
    }

    @Test
    void whatIsUsedIsNotDeletedButArchivedAndStaysOnItsRecords() {
        JsonObject status = add("customer-statuses", Unique.word());
        String code = status.getString("code");
        JsonObject customer = admin.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Khách " + code)
                                .add("status", code)
                                .build())
                .json();
        assertThat(admin.get(at("customer-statuses", status)).json().getInt("uses"))
                .isEqualTo(1);

        Answer refused = admin.delete(at("customer-statuses", status));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("IN_USE");

        admin.patch(
                at("customer-statuses", status),
                version(status).add("archived", true).build());
        String path = "/customers/" + customer.getJsonNumber("id");
        JsonObject kept = admin.patch(
                        path,
                        version(customer)
                                .add("status", code)
                                .add("notes", "đổi ghi chú")
                                .build())
                .json();
        assertThat(kept.getString("status")).isEqualTo(code);
        assertThat(kept.getString("notes")).isEqualTo("đổi ghi chú");

        Answer anew = admin.post(
                "/customers",
                Json.createObjectBuilder()
                        .add("name", "Khác")
                        .add("status", code)
                        .build());
        assertThat(anew.code()).isEqualTo("INVALID_INPUT");
        assertThat(anew.errors().getJsonObject(0).getString("code")).isEqualTo("UNKNOWN_OPTION");
    }

    @Test
    void theSecondOfTwoWhoChangeOneEntryIsTold() {
        JsonObject entry = add("customer-sources", Unique.word());
        admin.patch(
                at("customer-sources", entry),
                version(entry).add("colour", "red").build());

        Answer second = admin.in("en")
                .patch(
                        at("customer-sources", entry),
                        version(entry).add("colour", "blue").build());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("STALE_ENTRY");
        assertThat(second.json().getString("detail")).contains("changed or deleted by somebody else");
        assertThat(admin.get(at("customer-sources", entry)).json().getString("colour"))
                .isEqualTo("red");
    }

    @Test
    void aCodeThatIsTakenIsToldAtItsFieldWhateverItsCase() {
        JsonObject entry = add("tiers", Unique.word());
        Answer twice = admin.post(
                "/tiers",
                entry("Khác").add("code", entry.getString("code").toLowerCase()).build());
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.errors().getJsonObject(0).getString("field")).isEqualTo("code");
        assertThat(twice.errors().getJsonObject(0).getString("code")).isEqualTo("CODE_TAKEN");
        JsonObject sameName = add("tiers", entry.getString("nameVi"));
        assertThat(sameName.getString("code")).isEqualTo(entry.getString("code") + "_2");
    }

    @Test
    void everyMoveOfManyAtOnceCounts() throws Exception {
        JsonObject first = add("customer-categories", Unique.word());
        IntStream.range(0, 4).forEach(i -> add("customer-categories", Unique.word()));
        int before = Db.texts("select id from customer_category order by position, name_vi, id")
                .indexOf(first.getJsonNumber("id").toString());
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Answer>> moves = IntStream.rangeClosed(1, 4)
                .mapToObj(place -> (Callable<Answer>) () -> admin.patch(
                        at("customer-categories", first),
                        version(first).add("position", before + place).build()))
                .toList();
        pool.invokeAll(moves);
        pool.shutdown();
        List<String> positions = Db.texts("select position from customer_category order by position, name_vi, id");
        assertThat(positions).doesNotHaveDuplicates();
        assertThat(positions)
                .isEqualTo(IntStream.rangeClosed(1, positions.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "عربى 🙂", "'; drop table customer; --"})
    void anyTextIsANameAndNothingMore(String name) {
        JsonObject entry = add("customer-sources", name);
        assertThat(admin.get(at("customer-sources", entry)).json().getString("nameVi"))
                .isEqualTo(name);
        admin.delete(at("customer-sources", entry));
    }

    @Test
    void onlyWhoConfiguresChangesCatalogues() {
        Api staff = Api.of(TestUsers.staff());
        JsonObject entry = add("tiers", Unique.word());
        assertThat(staff.get("/catalogues/tiers").status()).isEqualTo(200);
        assertThat(staff.post("/tiers", entry("x").build()).status()).isEqualTo(403);
        assertThat(staff.patch(
                                at("tiers", entry),
                                version(entry).add("colour", "red").build())
                        .status())
                .isEqualTo(403);
        assertThat(staff.delete(at("tiers", entry)).status()).isEqualTo(403);
        assertThat(Api.anonymous().get("/tiers").status()).isEqualTo(401);
        assertThat(admin.get("/catalogues/app-users").status()).isEqualTo(404);
    }

    private JsonObject add(String of, String name) {
        Answer created = admin.post("/catalogues/" + of, entry(name).build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    private static JsonObjectBuilder entry(String name) {
        return Json.createObjectBuilder().add("nameVi", name);
    }

    private static JsonObjectBuilder version(JsonObject entry) {
        return Json.createObjectBuilder().add("version", entry.getInt("version"));
    }

    private static String at(String of, JsonObject entry) {
        return "/catalogues/" + of + "/" + entry.getJsonNumber("id");
    }
}
