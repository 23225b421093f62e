package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import vn.sencrm.it.Api.Answer;

/** Defines attributes, each test its own: their codes are unlike each other, and none is required of others' customers. */
final class TestAttributes {

    /** More than one test defines, and fewer than all tests of a server may have at once. */
    private static final int KEPT = 40;

    private TestAttributes() {}

    /** The definition as it was answered. */
    static JsonObject define(String type, String... choices) {
        makeRoom();
        String code = "t" + Unique.word().toLowerCase(java.util.Locale.ROOT);
        Answer made = Api.of(TestUsers.administrator())
                .post("/customer-attributes", body(code, "Thuộc tính " + code, type, choices));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    /** One that customers of a kind must have; it is to be archived at the end of the test. */
    static JsonObject requiredOf(String kind) {
        String code = "t" + Unique.word().toLowerCase(java.util.Locale.ROOT);
        Answer made = Api.of(TestUsers.administrator())
                .post(
                        "/customer-attributes",
                        Json.createObjectBuilder(body(code, code, "TEXT"))
                                .add("required", true)
                                .add("kinds", Json.createArrayBuilder().add(kind))
                                .build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    static void archive(JsonObject definition) {
        archive(definition.getInt("id"), definition.getInt("version"));
    }

    private static void archive(int id, int version) {
        Answer archived = Api.of(TestUsers.administrator())
                .patch(
                        "/customer-attributes/" + id,
                        Json.createObjectBuilder()
                                .add("version", version)
                                .add("archived", true)
                                .build());
        assertThat(archived.status()).as(archived.body()).isEqualTo(200);
    }

    /** Tests that ran before on the same server leave theirs. */
    private static void makeRoom() {
        List<String> old = Db.texts(
                "select id || ' ' || version from customer_attribute where not archived and code like 't%'"
                        + " order by id desc offset ?",
                KEPT);
        if (old.size() >= KEPT / 2) {
            old.stream()
                    .map(one -> one.split(" "))
                    .forEach(one -> archive(Integer.parseInt(one[0]), Integer.parseInt(one[1])));
        }
    }

    static JsonObject body(String code, String nameVi, String type, String... choices) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String choice : choices) {
            array.add(Json.createObjectBuilder().add("code", choice).add("nameVi", "Chọn " + choice));
        }
        return Json.createObjectBuilder()
                .add("code", code)
                .add("nameVi", nameVi)
                .add("nameEn", "Attribute " + code)
                .add("type", type)
                .add("choices", array)
                .build();
    }
}
