package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Deleting customers and bringing them back (DEL-1), by REST. */
class RecycleBinApiIT {

    private final TestUser user = TestUsers.administrator();
    private final Api admin = Api.of(user);

    @Test
    void aDeletedCustomerIsNowhereButInTheBin() {
        JsonObject customer = created(admin, customer(Unique.word()));
        assertThat(admin.delete(path(customer)).status()).isEqualTo(204);
        assertThat(admin.get(path(customer)).status()).isEqualTo(404);
        assertThat(admin.get("/customers", "q", customer.getString("name")).items())
                .isEmpty();
        assertThat(admin.delete(path(customer)).status()).isEqualTo(404);
        JsonObject entry = binned(admin, customer);
        assertThat(entry.getString("code")).isEqualTo(customer.getString("code"));
        assertThat(entry.getString("deletedBy")).contains(user.username());
        assertThat(Instant.parse(entry.getString("keptUntil")))
                .isAfter(Instant.now().plus(Duration.ofDays(29)));
    }

    @Test
    void aRestoredCustomerIsAsItWas() {
        JsonObject customer = created(
                admin,
                customer(Unique.word())
                        .add("phones", Json.createArrayBuilder().add(Unique.phone()))
                        .add("tags", Json.createArrayBuilder().add("T" + Unique.number()))
                        .add("notes", "Ghi chú"));
        admin.delete(path(customer));
        Answer restored =
                admin.post(restorePath(customer), Json.createObjectBuilder().build());
        assertThat(restored.status()).as(restored.body()).isEqualTo(200);
        assertThat(lasting(restored.json())).isEqualTo(lasting(customer));
        assertThat(restored.json().getInt("version")).isEqualTo(3);
        assertThat(admin.get(path(customer)).json()).isEqualTo(restored.json());
        assertThat(admin.post(restorePath(customer), Json.createObjectBuilder().build())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theHistoryTellsWhoDeletedAndWhoRestored() {
        JsonObject customer = created(admin, customer(Unique.word()));
        admin.delete(path(customer));
        admin.post(restorePath(customer), Json.createObjectBuilder().build());
        assertThat(Db.texts(
                        "select action || ' ' || (after ->> 'state') from audit_entry where entity = 'customer'"
                                + " and entity_id = ? and actor_id = ? and action <> 'CREATE' order by version",
                        id(customer),
                        user.id()))
                .containsExactly("DELETE DELETED", "RESTORE ACTIVE");
    }

    @Test
    void whoLookedAtAnOlderVersionDeletesNothing() {
        JsonObject customer = created(admin, customer(Unique.word()));
        admin.patch(
                path(customer),
                Json.createObjectBuilder().add("version", 1).add("notes", "mới").build());
        Answer refused = admin.delete(path(customer) + "?version=1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("STALE");
        assertThat(admin.delete(path(customer) + "?version=x").status()).isEqualTo(400);
        assertThat(admin.delete(path(customer) + "?version=2").status()).isEqualTo(204);
    }

    @Test
    void aDeletedCustomersCodeStaysTaken() {
        JsonObject customer = created(admin, customer(Unique.word()));
        admin.delete(path(customer));
        Answer refused = admin.post(
                "/customers",
                customer(Unique.word()).add("code", customer.getString("code")).build());
        assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("CODE_TAKEN");
    }

    @Test
    void aTaxCodeThatAnotherCustomerHasMeanwhileIsNotRestored() {
        String taxCode = taxCode();
        JsonObject old = created(admin, customer(Unique.word()).add("taxCode", taxCode));
        admin.delete(path(old));
        JsonObject other = created(admin, customer(Unique.word()).add("taxCode", taxCode));
        Answer refused = admin.post(restorePath(old), Json.createObjectBuilder().build());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("RESTORE_TAKEN");
        assertThat(refused.json().getString("detail")).contains(taxCode, other.getString("code"));
        assertThat(binned(admin, old)).isNotNull();
        Answer restored = admin.post(
                restorePath(old),
                Json.createObjectBuilder().add("withoutTakenKeys", true).build());
        assertThat(restored.status()).as(restored.body()).isEqualTo(200);
        assertThat(restored.json().isNull("taxCode")).isTrue();
        assertThat(Db.number("select count(*) from identity_key where customer_id = ? and kind = 'TAX'", id(old)))
                .isZero();
    }

    @Test
    void ofACustomerThatOneMayNotSeeOnlyItsOwnerIsTold() {
        TestUser clerk = TestUsers.staff();
        Db.update("update app_user set role_code = 'MANAGER' where id = ?", clerk.id());
        JsonObject old = created(Api.of(clerk), customer(Unique.word()).add("taxCode", taxCode()));
        Api.of(clerk).delete(path(old));
        JsonObject other = created(admin, customer(Unique.word()).add("taxCode", old.getString("taxCode")));
        Db.update(
                "insert into app_role (code, name_vi, name_en, record_scope) values (?, 'x', 'x', 'OWN')", role(clerk));
        Db.update(
                "insert into app_role_right select ?, right_name from app_role_right where role_code = 'MANAGER'",
                role(clerk));
        Db.update("update app_user set role_code = ? where id = ?", role(clerk), clerk.id());
        Answer refused =
                Api.of(clerk).post(restorePath(old), Json.createObjectBuilder().build());
        assertThat(refused.code()).isEqualTo("RESTORE_TAKEN_UNSEEN");
        assertThat(refused.json().getString("detail"))
                .contains(user.username())
                .doesNotContain(other.getString("code"), other.getString("name"));
    }

    @Test
    void onlyWhoHasTheRightDeletesAndOnlyWhatTheySee() {
        JsonObject foreign = created(admin, customer(Unique.word()));
        TestUser staff = TestUsers.staff();
        JsonObject own = created(Api.of(staff), customer(Unique.word()));
        assertThat(Api.of(staff).delete(path(own)).status()).isEqualTo(403);
        assertThat(Api.of(staff).get("/recycle-bin").status()).isEqualTo(403);
        assertThat(Api.of(staff).delete(path(foreign)).status()).isEqualTo(403);
    }

    @Test
    void theBinIsReadPageByPageAndSearched() {
        String word = Unique.word();
        for (int i = 0; i < 5; i++) {
            admin.delete(path(created(admin, customer(word + " " + i))));
        }
        Answer first = admin.get("/recycle-bin", "q", word, "size", "2");
        assertThat(first.json().getInt("total")).isEqualTo(5);
        assertThat(first.items().getJsonObject(0).getString("name")).endsWith(" 4");
        Answer second = admin.get(
                "/recycle-bin", "q", word, "size", "2", "after", first.json().getString("next"));
        Answer third = admin.get(
                "/recycle-bin", "q", word, "size", "2", "after", second.json().getString("next"));
        assertThat(third.items()).hasSize(1);
        assertThat(third.json().isNull("next")).isTrue();
        assertThat(admin.get("/recycle-bin", "q", "other", "after", first.json().getString("next"))
                        .code())
                .isEqualTo("CURSOR_MISMATCH");
    }

    private static String role(TestUser clerk) {
        return "OWN_" + clerk.id();
    }

    /** Ten digits; a wrong check digit is a warning only. */
    private static String taxCode() {
        return String.format("%010d", Unique.number() % 10_000_000_000L);
    }

    /** What a deletion and a restore must not change. */
    private static JsonObject lasting(JsonObject customer) {
        return Json.createObjectBuilder(customer)
                .remove("version")
                .remove("updatedAt")
                .remove("warnings")
                .build();
    }

    private static JsonObjectBuilder customer(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private static JsonObject created(Api api, JsonObjectBuilder customer) {
        Answer answer = api.post("/customers", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonObject binned(Api api, JsonObject customer) {
        return api.get("/recycle-bin", "q", customer.getString("code")).items().getJsonObject(0);
    }

    private static long id(JsonObject customer) {
        return customer.getJsonNumber("id").longValue();
    }

    private static String path(JsonObject customer) {
        return "/customers/" + id(customer);
    }

    private static String restorePath(JsonObject customer) {
        return "/recycle-bin/" + id(customer) + "/restore";
    }
}
