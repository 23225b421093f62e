package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Provinces and communes by REST, and how addresses find them (LOC-1). */
class LocationsApiIT {

    private final Api admin = Api.of(TestUsers.administrator());

    @Test
    void theProvincesInForceAreThereWithWhatTheyWereCalledBefore() {
        assertThat(Db.number("select count(*) from location where parent_code is null and length(code) = 2"))
                .isEqualTo(34);
        assertThat(admin.get("/locations", "q", "Ho Chi Minh")
                        .items()
                        .getJsonObject(0)
                        .getJsonArray("former")
                        .toString())
                .contains("Tỉnh Bình Dương", "Tỉnh Bà Rịa - Vũng Tàu");
    }

    @Test
    void aCommuneIsFoundInAnAddressByItsNameOfTodayAndItsFormerOne() {
        String word = Unique.word();
        JsonObject commune = add("P" + Unique.number(), "79", "Phường " + word, "Phường Cũ " + word + ", Quận 1");
        String code = commune.getString("code");

        JsonObject today = address("TP. HCM", word.toLowerCase());
        assertThat(today.getString("communeCode")).isEqualTo(code);
        assertThat(today.getString("commune")).isEqualTo("Phường " + word);

        JsonObject former = address("tỉnh Bình Dương", "Phường Cũ " + word + ", Quận 1");
        assertThat(former.getString("communeCode")).isEqualTo(code);
        assertThat(former.getString("provinceCode")).isEqualTo("79");
        assertThat(former.getString("commune"))
                .as("an old address stays readable")
                .isEqualTo("Phường Cũ " + word + ", Quận 1");
        assertThat(former.getString("province")).isEqualTo("tỉnh Bình Dương");

        assertThat(admin.delete("/locations/" + code).code()).isEqualTo("IN_USE");
        JsonObject archived = admin.patch(
                        "/locations/" + code,
                        version(commune).add("archived", true).build())
                .json();
        assertThat(archived.getBoolean("archived")).isTrue();
        assertThat(address("79", word).isNull("communeCode")).isTrue();
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        String code = "Q" + Unique.number();
        add(code, "01", "Xã " + Unique.word());
        assertThat(refused(location(code, "01", "Xã khác"))).isEqualTo("code CODE_TAKEN");
        assertThat(refused(location("", "01", "Xã khác"))).isEqualTo("code REQUIRED");
        assertThat(refused(location("a b", "01", "Xã khác"))).isEqualTo("code BAD_CODE");
        assertThat(refused(location("X1", "không có", "Xã khác"))).isEqualTo("provinceCode UNKNOWN_OPTION");
        assertThat(refused(location("X1", "01", "x".repeat(200)))).isEqualTo("name TOO_LONG");
        JsonObject read = admin.get("/locations/" + code).json();
        admin.patch("/locations/" + code, version(read).add("name", "Xã mới").build());
        Answer stale = admin.patch(
                "/locations/" + code, version(read).add("name", "Xã muộn").build());
        assertThat(stale.code()).isEqualTo("STALE_ENTRY");
        assertThat(admin.delete("/locations/" + code).status()).isEqualTo(204);
        assertThat(Api.of(TestUsers.staff()).delete("/locations/01").status()).isEqualTo(403);
    }

    private String refused(JsonObject body) {
        Answer answer = admin.post("/locations", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        JsonObject error = answer.errors().getJsonObject(0);
        return error.getString("field") + " " + error.getString("code");
    }

    /** The address of a new customer, as it is read back. */
    private JsonObject address(String province, String commune) {
        JsonObject body = Json.createObjectBuilder()
                .add("name", "Khách " + Unique.word())
                .add(
                        "addresses",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("province", province)
                                        .add("commune", commune)))
                .build();
        Answer created = admin.post("/customers", body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json().getJsonArray("addresses").getJsonObject(0);
    }

    private JsonObject add(String code, String province, String name, String... former) {
        Answer created = admin.post("/locations", location(code, province, name, former));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    private static JsonObject location(String code, String province, String name, String... former) {
        var names = Json.createArrayBuilder();
        for (String one : former) {
            names.add(one);
        }
        return Json.createObjectBuilder()
                .add("code", code)
                .add("provinceCode", province)
                .add("name", name)
                .add("former", names)
                .build();
    }

    private static JsonObjectBuilder version(JsonObject location) {
        return Json.createObjectBuilder().add("version", location.getInt("version"));
    }
}
