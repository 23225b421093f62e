package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Duplicates in files: what must not be shared is refused, what may be is written and listed (DUP-2). */
class ImportDuplicatesIT {

    private static final String HEADER = "Tên khách hàng,SĐT,Mã số thuế,Loại hồ sơ\n";

    private final TestUser user = TestUsers.create("MANAGER");
    private final Api api = Api.of(user);
    private final String word = Unique.word();
    private final String phone = Unique.phone();
    private final String taxCode = Unique.taxCode();

    @Test
    void aTaxCodeOfAnotherCustomerIsRefusedAPhoneIsWrittenAndListed() {
        JsonObject known = known();
        String csv = HEADER + row("Trùng thuế", "", taxCode) + row("Trùng số", phone, "");
        JsonObject checked = run(csv, true);
        assertThat(refusals(checked)).containsExactly("DUP_IN_DB taxCode");
        JsonObject done = run(csv, false);
        assertThat(refusals(done)).containsExactly("DUP_IN_DB taxCode");
        assertThat(TestImports.count(done, "created")).isEqualTo(TestImports.count(checked, "created"));
        assertThat(TestImports.count(done, "duplicates")).isEqualTo(1);
        assertThat(TestImports.count(checked, "duplicates")).isEqualTo(1);
        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.getInt("size")).isEqualTo(2);
            assertThat(group.toString()).contains("Trùng số " + word, known.getString("code"));
        });
    }

    @Test
    void ofTwoRowsWithOneTaxCodeTheFirstIsWritten() {
        JsonObject done = run(HEADER + row("Một", "", taxCode) + row("Hai", "", taxCode), false);
        assertThat(refusals(done)).containsExactly("DUP_IN_FILE taxCode");
        assertThat(TestImports.count(done, "created")).isEqualTo(1);
    }

    @Test
    void rowsOfOneCustomerTogetherAreRefusedForATaxCodeThatIsAnothers() {
        known();
        String code = "ONE-" + Unique.number();
        String csv = "Mã khách hàng," + HEADER + code + "," + row("Một", Unique.phone(), "") + code + ","
                + row("Một", "", taxCode);
        JsonObject done = run(csv, "OVERWRITE");
        assertThat(refusals(done)).containsExactly("DUP_IN_DB taxCode", "DUP_IN_DB taxCode");
    }

    @Test
    void whatIsNotFilledBecauseItIsNotEmptyRefusesNoRow() {
        known();
        String code = "FILL-" + Unique.number();
        String start = "Mã khách hàng,Ghi chú," + HEADER + code + ",";
        run(start + "," + row("Một", "", Unique.taxCode()), "OVERWRITE");
        JsonObject done = run(start + "mới," + row("Một", "", taxCode), "FILL_EMPTY");
        assertThat(TestImports.count(done, "updated")).isEqualTo(1);
    }

    @Test
    void rowsOfOneFileWithOnePhoneAreListedAndGoWithTheImport() {
        JsonObject done =
                run(HEADER + row("Một", phone, "") + row("Hai", phone, "") + row("Ba", Unique.phone(), ""), false);
        assertThat(TestImports.count(done, "created")).isEqualTo(3);
        assertThat(TestImports.count(done, "duplicates")).isEqualTo(1);
        assertThat(groups()).extracting(group -> group.getInt("size")).containsExactly(2);
        long id = done.getJsonNumber("id").longValue();
        api.send("POST", "/import-runs/" + id + "/undo", null, BodyPublishers.noBody());
        Await.until("the undo", Duration.ofSeconds(60), () -> TestImports.state(api, id)
                .equals("UNDONE"));
        assertThat(groups()).isEmpty();
    }

    @Test
    void whoeverTookATaxCodeBetweenCheckAndRunKeepsIt() {
        JsonObject checked = run(HEADER + row("Một", "", taxCode), true);
        known();
        long id = checked.getJsonNumber("id").longValue();
        api.send("POST", "/import-runs/" + id + "/run", null, BodyPublishers.noBody());
        Await.until("the run", Duration.ofSeconds(60), () -> TestImports.state(api, id)
                .startsWith("DONE"));
        assertThat(refusals(TestImports.run(api, id))).containsExactly("STALE taxCode");
    }

    private JsonObject known() {
        return api.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Đã có " + word)
                                .add("kind", "ORGANIZATION")
                                .add("phones", phone)
                                .add("taxCode", taxCode)
                                .build())
                .json();
    }

    private String row(String name, String typedPhone, String typedTaxCode) {
        return name + " " + word + "," + typedPhone + "," + typedTaxCode + ",HS tổ chức\n";
    }

    private JsonObject run(String csv, boolean dryRun) {
        return TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"dryRun\":" + dryRun + "}"));
    }

    private JsonObject run(String csv, String onMatch) {
        return TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"onMatch\":\"" + onMatch + "\"}"));
    }

    private static List<String> refusals(JsonObject run) {
        return Db.texts(
                "select error_code || ' ' || error_field from import_verdict where run_id = ? and verdict = 'REFUSE'"
                        + " order by row_no",
                run.getJsonNumber("id").longValue());
    }

    /** Those that this test made: whoever manages sees all. */
    private List<JsonObject> groups() {
        return api.get("/duplicates", "size", "200").items().getValuesAs(JsonObject.class).stream()
                .filter(group -> group.toString().contains(word))
                .toList();
    }
}
