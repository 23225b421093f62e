package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Taking an import back: everything is as before, but for what somebody has done since. */
class ImportUndoIT {

    private static final String HEADER = "Mã khách hàng,Tên khách hàng,SĐT,Địa chỉ,Tỉnh/thành,Thẻ,Ngày sinh,Ghi chú\n";

    private final Api api = Api.of(TestUsers.administrator());
    private final String word = Unique.word();

    @Test
    void whatItChangedIsAsBeforeAndWhatItCreatedIsGone() {
        String code = "UNDO-" + Unique.number();
        importOf(HEADER + code + ",Trần " + word + "," + Unique.phone() + ",1 Lê Lợi,Huế,Cũ,01/02/1990,\n");
        JsonObject before = found(code);
        String list = listed(word);
        String keys = keys(before);

        JsonObject run = importOf(HEADER + code + ",Lê " + word + "," + Unique.phone()
                + ",2 Hai Bà Trưng,Hà Nội,Mới,03/04/1991,ghi\n" + "NEW-" + code + ",Thêm " + word + ",,,,Mới,,\n");
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(found(code)).isNotEqualTo(before);

        JsonObject undone = undone(run);
        assertThat(undone.getJsonObject("undo").getInt("undone")).isEqualTo(2);
        assertThat(undone.getJsonObject("undo").getInt("left")).isZero();
        assertThat(withoutVersion(found(code))).isEqualTo(withoutVersion(before));
        assertThat(listed(word)).isEqualTo(list);
        assertThat(keys(before)).isEqualTo(keys);
        assertThat(Db.texts(
                        "select province from customer_place where customer_id = ?",
                        before.getJsonNumber("id").longValue()))
                .containsExactly("46");
    }

    @Test
    void aZaloAccountStaysThroughAnImportOfAnotherTaxCodeAndItsUndo() {
        String code = "UNDO-" + Unique.number();
        String header = "Mã khách hàng,Tên khách hàng,Mã số thuế\n";
        importOf(header + code + ",Trần " + word + "," + Unique.goodTaxCode() + "\n");
        long id = id(found(code));
        Db.update("insert into identity_key (kind, key, customer_id) values ('ZALO', ?, ?)", "za-" + word, id);
        String keys = keys(found(code));

        JsonObject run = importOf(header + code + ",Trần " + word + "," + Unique.goodTaxCode() + "\n");
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(keys(found(code))).contains("za-" + word).isNotEqualTo(keys);

        undone(run);
        assertThat(keys(found(code))).isEqualTo(keys);
    }

    @Test
    void theCodesOfWhatIsGoneCanBeImportedAgain() {
        String csv = HEADER + "UNDO-" + Unique.number() + ",Trần " + word + ",,,,,,\n";
        undone(importOf(csv));
        assertThat(TestImports.count(importOf(csv), "created")).isEqualTo(1);
    }

    @Test
    void whatSomebodyHasChangedUsedOrDeletedSinceStaysAndIsListed() {
        String code = "UNDO-" + Unique.number();
        JsonObject run = importOf(HEADER + code + "-1,Một " + word + ",,,,,,\n" + code + "-2,Hai " + word + ",,,,,,\n"
                + code + "-3,Ba " + word + ",,,,,,\n" + code + "-4,Bốn " + word + ",,,,,,\n");
        api.patch(
                "/customers/" + id(found(code + "-1")),
                Json.createObjectBuilder().add("version", 1).add("notes", "sửa").build());
        api.post(
                "/customers/" + id(found(code + "-2")) + "/comments",
                Json.createObjectBuilder().add("text", "đã gọi").build());
        api.delete("/customers/" + id(found(code + "-3")));

        JsonObject undone = undone(run);
        assertThat(undone.getJsonObject("undo").getInt("undone")).isEqualTo(1);
        assertThat(api.get("/import-runs/" + id(run) + "/left").items().getValuesAs(JsonObject.class))
                .extracting(left -> left.getString("code") + " " + left.getString("reason") + " "
                        + (left.get("customer") != JsonValue.NULL))
                .containsExactly(code + "-1 CHANGED true", code + "-2 USED true", code + "-3 GONE false");
        assertThat(found(code + "-1").getString("notes")).isEqualTo("sửa");
        assertThat(api.get("/customers", "q", code + "-4").items()).isEmpty();
    }

    @Test
    void aCustomerThatSomebodyOnlyLookedAtIsTakenBack() {
        TestUser user = TestUsers.administrator();
        Api own = Api.of(user);
        JsonObject run = TestImports.ended(own, TestImports.sendCsv(own, HEADER + ",Trần " + word + ",,,,,,\n", "{}"));
        long id = id(own.get("/customers", "q", word).items().getJsonObject(0));
        assertThat(Visit.signedIn(user).get("/customer/detail.xhtml?id=" + id).status())
                .isEqualTo(200);
        own.send("POST", "/import-runs/" + id(run) + "/undo", null, BodyPublishers.noBody());
        Await.until("the import is taken back", Duration.ofSeconds(60), () -> TestImports.state(own, id(run))
                .equals("UNDONE"));
        assertThat(own.get("/customers", "q", word).items()).isEmpty();
    }

    @Test
    void aRowWhoseOldStatusWasDeletedSinceStaysAndTheOthersAreTakenBack() {
        String code = "UNDO-" + Unique.number();
        String status = Unique.word().toUpperCase();
        JsonObject made = api.post(
                        "/customer-statuses",
                        Json.createObjectBuilder()
                                .add("code", status)
                                .add("nameVi", status)
                                .build())
                .json();
        String header = "Mã khách hàng,Tên khách hàng,Trạng thái\n";
        importOf(header + code + "-1,Một " + word + "," + status + "\n" + code + "-2,Hai " + word + ",\n");
        JsonObject run = importOf(header + code + "-1,Một " + word + ",Mới\n" + code + "-2,Hai " + word + ",Mới\n");
        assertThat(api.delete("/customer-statuses/" + made.getInt("id")).status())
                .isLessThan(300);

        JsonObject undone = undone(run);

        assertThat(undone.getJsonObject("undo").getInt("undone")).isEqualTo(1);
        assertThat(api.get("/import-runs/" + id(run) + "/left").items().getValuesAs(JsonObject.class))
                .extracting(left -> left.getString("code") + " " + left.getString("reason"))
                .containsExactly(code + "-1 LOST");
    }

    @Test
    void anAdministratorTakesBackWhatSomebodyImportedWhoHasLeft() {
        TestUser leaver = TestUsers.administrator();
        Api own = Api.of(leaver);
        JsonObject run = TestImports.ended(own, TestImports.sendCsv(own, HEADER + ",Trần " + word + ",,,,,,\n", "{}"));
        Db.update("update app_user set active = false where id = ?", leaver.id());
        undone(run);
        assertThat(api.get("/customers", "q", word).items()).isEmpty();
    }

    @Test
    void theHistoryTellsThatTheImportWasTakenBack() {
        String code = "UNDO-" + Unique.number();
        importOf(HEADER + code + ",Trần " + word + ",,,,,,\n");
        JsonObject run = importOf(HEADER + code + ",Trần " + word + ",,,,,,mới\n");
        undone(run);
        assertThat(Db.texts(
                        "select action || ' ' || (before ->> 'notes') || ' ' || after::text from audit_entry"
                                + " where cause = 'IMPORT_UNDO' and cause_id = ?",
                        id(run)))
                .containsExactly("UPDATE mới {\"notes\": null}");
    }

    @Test
    void onlyWhatWasImportedIsTakenBackAndOnlyOnce() {
        JsonObject checked = TestImports.ended(
                api, TestImports.sendCsv(api, HEADER + ",Trần " + word + ",,,,,,\n", "{\"dryRun\":true}"));
        assertThat(undo(id(checked)).code()).isEqualTo("INVALID_STATE");
        JsonObject run = importOf(HEADER + ",Trần " + word + ",,,,,,\n");
        undone(run);
        assertThat(undo(id(run)).code()).isEqualTo("INVALID_STATE");
        assertThat(undo(id(run)).status()).isEqualTo(409);
    }

    @Test
    void anImportOfLongAgoIsNotTakenBack() {
        JsonObject run = importOf(HEADER + ",Trần " + word + ",,,,,,\n");
        Db.update("update import_run set finished_at = finished_at - interval '31 days' where id = ?", id(run));
        assertThat(undo(id(run)).code()).isEqualTo("UNDO_EXPIRED");
        assertThat(api.get("/customers", "q", word).items()).hasSize(1);
    }

    @Test
    void nobodyTakesBackWhatSomebodyElseHasImported() {
        JsonObject run = importOf(HEADER + ",Trần " + word + ",,,,,,\n");
        Api other = Api.of(TestUsers.staff());
        assertThat(other.send("POST", "/import-runs/" + id(run) + "/undo", null, BodyPublishers.noBody())
                        .status())
                .isIn(403, 404);
    }

    private JsonObject importOf(String csv) {
        return TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"onMatch\":\"OVERWRITE\"}"));
    }

    private Answer undo(long run) {
        return api.send("POST", "/import-runs/" + run + "/undo", null, BodyPublishers.noBody());
    }

    private JsonObject undone(JsonObject run) {
        Answer asked = undo(id(run));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        Await.until("the import is taken back", Duration.ofSeconds(60), () -> TestImports.state(api, id(run))
                .equals("UNDONE"));
        return TestImports.run(api, id(run));
    }

    private JsonObject found(String code) {
        return api.get("/customers", "q", code).items().getValuesAs(JsonObject.class).stream()
                .filter(customer -> customer.getString("code").equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code));
    }

    /** Order, times of change, all that a list tells, but for versions. */
    private String listed(String text) {
        byte[] body = api.get("/customers", "q", text).body().getBytes(StandardCharsets.UTF_8);
        return new String(body, StandardCharsets.UTF_8).replaceAll("\"version\":\\d+", "");
    }

    private static String keys(JsonObject customer) {
        return String.join(
                " ",
                Db.texts(
                        "select kind || key from identity_key where customer_id = ? order by 1",
                        customer.getJsonNumber("id").longValue()));
    }

    private static JsonObject withoutVersion(JsonObject customer) {
        return Json.createObjectBuilder(customer).remove("version").build();
    }

    private static long id(JsonObject record) {
        return record.getJsonNumber("id").longValue();
    }
}
