package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Tags by REST (TAG-1): one's own and the shared ones. */
class TagsApiIT {

    private final Api admin = Api.of(TestUsers.administrator());
    private final Api staff = Api.of(TestUsers.staff());

    @Test
    void aTagIsOnesOwnUntilItIsShared() {
        JsonObject tag = add(staff, "Riêng " + Unique.word(), false);
        assertThat(admin.get(at(tag)).status()).isEqualTo(404);

        JsonObject shared =
                staff.patch(at(tag), version(tag).add("shared", true).build()).json();
        assertThat(shared.getBoolean("shared")).isTrue();
        assertThat(admin.get(at(tag)).json().getString("name")).isEqualTo(tag.getString("name"));
        Answer renamed =
                staff.patch(at(tag), version(shared).add("name", "Khác").build());
        assertThat(renamed.status()).isEqualTo(403);
        assertThat(renamed.code()).isEqualTo("TAG_SHARED");
    }

    @Test
    void namesAreUniquePerOwnerWithoutRegardToCaseAndDiacritics() {
        String word = Unique.word();
        add(staff, "Hội chợ " + word, false);
        Answer twice = staff.post("/tags", tag("HOI CHO " + word, false));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.errors().getJsonObject(0).getString("code")).isEqualTo("TAG_NAME_TAKEN");
        add(admin, "hội chợ " + word, false);
        JsonObject shared = add(admin, "Hội Chợ " + word, true);
        JsonObject other = add(admin, "Khác " + word, true);
        Answer renamed = admin.patch(
                at(other), version(other).add("name", "hoi cho " + word).build());
        assertThat(renamed.errors().getJsonObject(0).getString("field")).isEqualTo("name");
        assertThat(admin.get("/tags", "q", "hoi cho " + word).items()).hasSize(2);
        assertThat(shared.getBoolean("shared")).isTrue();
    }

    /** Else an exported file would give its customers other tags when it is imported again. */
    @Test
    void aNameThatFilesWouldReadAsSeveralIsRefusedHoweverItComes() {
        JsonObjectBuilder input = Json.createObjectBuilder()
                .add("name", "Khách " + Unique.word())
                .add("tags", Json.createArrayBuilder().add("VIP, hội chợ"));
        Answer created = admin.post("/customers", input.build());
        assertThat(created.status()).isEqualTo(400);
        assertThat(created.errors().getJsonObject(0).getString("field")).isEqualTo("tags");
        assertThat(created.errors().getJsonObject(0).getString("code")).isEqualTo("BAD_VALUE");
        assertThat(admin.post("/tags", tag("VIP; hội chợ", false)).status()).isEqualTo(400);
    }

    @Test
    void deletingTakesTheTagOffItsCustomersAndTellsIt() {
        JsonObject tag = add(admin, "Xóa " + Unique.word(), true);
        JsonObject customer = admin.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Khách " + Unique.word())
                                .add(
                                        "tags",
                                        Json.createArrayBuilder()
                                                .add(tag.getString("name"))
                                                .add("Giữ lại"))
                                .build())
                .json();
        assertThat(admin.get(at(tag)).json().getInt("customers")).isEqualTo(1);

        Answer more = admin.delete(at(tag) + "?customers=0");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.code()).isEqualTo("TAG_MORE");

        assertThat(admin.delete(at(tag) + "?customers=1").status()).isEqualTo(204);
        JsonObject after =
                admin.get("/customers/" + customer.getJsonNumber("id")).json();
        assertThat(after.getJsonArray("tags")).hasSize(1);
        assertThat(after.getInt("version")).isEqualTo(customer.getInt("version") + 1);
        assertThat(Db.text(
                        """
                        select before::text || after::text from audit_entry
                        where entity = 'customer' and entity_id = ? and version = ?
                        """,
                        customer.getJsonNumber("id").longValue(),
                        after.getInt("version")))
                .contains(tag.getString("name"), "Giữ lại");
    }

    @Test
    void aBadNameOrAnOldVersionChangesNothing() {
        JsonObject tag = add(staff, "Cũ " + Unique.word(), false);
        assertThat(staff.post("/tags", tag("", false)).errors().getJsonObject(0).getString("code"))
                .isEqualTo("REQUIRED");
        assertThat(staff.post("/tags", tag("a".repeat(200), false))
                        .errors()
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("TOO_LONG");
        assertThat(staff.post("/tags", tag("một, hai", false)).status()).isEqualTo(400);
        staff.patch(at(tag), version(tag).add("name", "Mới " + Unique.word()).build());
        Answer stale = staff.patch(at(tag), version(tag).add("name", "Muộn").build());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("STALE_ENTRY");
    }

    private static JsonObject add(Api api, String name, boolean shared) {
        Answer created = api.post("/tags", tag(name, shared));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    private static JsonObject tag(String name, boolean shared) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("shared", shared)
                .build();
    }

    private static JsonObjectBuilder version(JsonObject tag) {
        return Json.createObjectBuilder().add("version", tag.getInt("version"));
    }

    private static String at(JsonObject tag) {
        return "/tags/" + tag.getJsonNumber("id");
    }
}
