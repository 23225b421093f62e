package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;
import vn.sencrm.it.page.ImportRunPage;
import vn.sencrm.it.page.Window;

/** Taking back imports of tags, catalogues and locations: as before, but for what somebody has done since. */
class RecordUndoIT {

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);
    private final String word = Unique.word();
    private final String code = word.toUpperCase();

    // ---- tags

    @Test
    void tagsAreWhatTheyWereAndNewOnesAreGone() {
        String header = "Tên nhãn,Dùng chung\n";
        importOf("tags", header + "Riêng " + word + ",\nChung " + word + ",x\n");
        String before = exported("tags");
        JsonObject run = importOf(
                "tags",
                header + "RIÊNG " + word + ",x\nCHUNG " + word + ",\nMới " + word + ",\nMới nữa " + word + ",x\n");
        assertThat(TestImports.count(run, "updated")).isEqualTo(2);
        assertThat(TestImports.count(run, "created")).isEqualTo(2);
        assertThat(exported("tags")).isNotEqualTo(before);

        assertUndone(undone(run), 4, 0);
        assertThat(exported("tags")).isEqualTo(before);
        assertThat(told(run))
                .containsExactlyInAnyOrder(
                        "UPDATE RIÊNG " + word + " true > Riêng " + word + " false",
                        "UPDATE CHUNG " + word + " true > Chung " + word + " true",
                        "DELETE Mới " + word + " false > -",
                        "DELETE Mới nữa " + word + " true > -");
        assertThat(undo(run).code()).isEqualTo("INVALID_STATE");
    }

    /** What the audit tells of the tags of an import that was taken back. */
    private static List<String> told(JsonObject run) {
        return Db.texts(
                """
                select action || ' ' || (before ->> 'name') || ' ' || (before ->> 'shared') || ' > '
                       || coalesce((after ->> 'name') || ' ' || (after ->> 'shared'), '-')
                from audit_entry where cause = 'IMPORT_UNDO' and cause_id = ? and entity = 'tag'
                """,
                id(run));
    }

    @Test
    void tagsThatAreUsedChangedOrDeletedSinceStayAndAreListed() {
        JsonObject run = importOf("tags", "Tên nhãn\nA " + word + "\nB " + word + "\nC " + word + "\nD " + word + "\n");
        customer(customer -> customer.add("tags", Json.createArrayBuilder(List.of("A " + word))));
        change("/tags/" + tag("B " + word), tag -> tag.add("name", "B2 " + word));
        api.delete("/tags/" + tag("C " + word));

        assertUndone(undone(run), 1, 3);
        assertThat(left(run))
                .containsExactly("2 A " + word + " USED", "3 B " + word + " CHANGED", "4 C " + word + " GONE");
        assertThat(api.get("/tags", "q", word).items().getValuesAs(JsonObject.class))
                .extracting(tag -> tag.getString("name"))
                .containsExactly("A " + word, "B2 " + word);
    }

    @Test
    void aTagStaysSharedWhenItsImporterHasAnotherByItsNameNow() {
        importOf("tags", "Tên nhãn,Dùng chung\nA " + word + ",\n");
        JsonObject run = importOf("tags", "Tên nhãn,Dùng chung\nA " + word + ",x\n");
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        api.post("/tags", Json.createObjectBuilder().add("name", "a " + word).build());
        assertUndone(undone(run), 0, 1);
        assertThat(left(run)).containsExactly("2 A " + word + " LOST");
    }

    @Test
    void anUndoThatIsTakenUpAgainRepeatsNothing() {
        importOf("tags", "Tên nhãn\nA " + word + "\n");
        JsonObject run = importOf("tags", "Tên nhãn\na " + word + "\nB " + word + "\n");
        undone(run);
        List<String> told = told(run);
        Db.update("update import_run set state = 'STOPPED', phase = 'UNDO' where id = ?", id(run));
        importOf("tags", "Tên nhãn\nB " + word + "\n");
        api.send("POST", "/import-runs/" + id(run) + "/resume", null, BodyPublishers.noBody());
        assertUndone(awaitUndone(run), 2, 0);
        assertThat(told(run)).hasSize(2).isEqualTo(told);
        assertThat(api.get("/tags", "q", word).items()).hasSize(2);
    }

    // ---- catalogues

    @ParameterizedTest
    @ValueSource(strings = {"customer-statuses", "customer-sources"})
    void entriesOfACatalogueAreTakenBackWithOrWithoutFieldsOfItsOwn(String catalogue) {
        String header = "Mã,Tên,Tên tiếng Anh,Màu\n";
        importOf(catalogue, header + code + ",Một,One,teal\n");
        String before = exported(catalogue);
        JsonObject run = importOf(catalogue, header + code + ",Hai,,pink\n" + code + "-2,Ba,Three,red\n");
        assertThat(exported(catalogue)).isNotEqualTo(before);
        assertUndone(undone(run), 2, 0);
        assertThat(exported(catalogue)).isEqualTo(before);
    }

    @Test
    void anEntrysOwnFieldsAreWhatTheyWere() {
        importOf("tiers", "Mã,Tên,Giảm giá (%)\n" + code + ",Một,\"7,5\"\n");
        undone(importOf("tiers", "Mã,Tên,Giảm giá (%)\n" + code + ",Hai,9\n"));
        JsonObject tier = entry("tiers", code);
        assertThat(tier.getString("nameVi")).isEqualTo("Một");
        assertThat(tier.getJsonNumber("discountPercent").doubleValue()).isEqualTo(7.5);
        assertThat(Db.texts(
                        "select action || ' ' || (before ->> 'nameVi') || ' ' || (after ->> 'nameVi') from audit_entry"
                                + " where cause = 'IMPORT_UNDO' and entity = 'customer_tier' and entity_id = ?",
                        id(tier)))
                .containsExactly("UPDATE Hai Một");
    }

    @Test
    void entriesThatAreUsedChangedOrDeletedSinceStayAndAreListed() {
        String path = "/customer-statuses/";
        importOf("customer-statuses", "Mã,Tên\n" + code + "-4,Bốn\n");
        JsonObject run = importOf(
                "customer-statuses",
                "Mã,Tên\n" + code + "-1,Một\n" + code + "-2,Hai\n" + code + "-3,Ba\n" + code + "-4,Năm\n" + code
                        + "-5,Sáu\n" + code + "-5,Lặp\n");
        customer(customer -> customer.add("status", code + "-1"));
        change(path + id(entry("customer-statuses", code + "-2")), entry -> entry.add("nameVi", "Hai rưỡi"));
        api.delete(path + id(entry("customer-statuses", code + "-3")));
        change(path + id(entry("customer-statuses", code + "-4")), entry -> entry.add("code", code + "-9"));

        assertUndone(undone(run), 1, 4);
        assertThat(left(run))
                .containsExactly(
                        "2 " + code + "-1 USED",
                        "3 " + code + "-2 CHANGED",
                        "4 " + code + "-3 GONE",
                        "5 " + code + "-4 CHANGED");
        assertThat(entry("customer-statuses", code + "-2").getString("nameVi")).isEqualTo("Hai rưỡi");
    }

    // ---- locations

    @Test
    void placesAreWhatTheyWereAndNewProvincesGoWithTheirCommunes() {
        String header = "Mã,Tên,Tỉnh,Tên cũ\n";
        importOf("locations", header + code + "1,Xã " + word + ",01,Xã Xưa " + word + "\n");
        String before = exported("locations");
        JsonObject run = importOf(
                "locations",
                header + code + ",Tỉnh " + word + ",,\n" + code + "1,Phường " + word + ",01,Xã Cũ " + word + "\n" + code
                        + "2,Xã Hai " + word + "," + code + ",Xã Ba " + word + "\n");
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(TestImports.count(run, "created")).isEqualTo(2);
        assertThat(exported("locations")).isNotEqualTo(before);
        assertUndone(undone(run), 3, 0);
        assertThat(exported("locations")).isEqualTo(before);
        assertThat(api.get("/locations", "q", "Xã " + word).items()).hasSize(1);
        assertThat(Db.texts(
                        "select action || ' ' || (before ->> 'code') from audit_entry"
                                + " where cause = 'IMPORT_UNDO' and cause_id = ? order by 1",
                        id(run)))
                .containsExactly("DELETE " + code, "DELETE " + code + "2", "UPDATE " + code + "1");
    }

    @Test
    void placesInUseStayAndAreListed() {
        String header = "Mã,Tên,Tỉnh\n";
        JsonObject run = importOf(
                "locations",
                header + code + ",Tỉnh " + word + ",\n" + code + "1,Xã Một " + word + "," + code + "\n" + code
                        + "2,Xã Hai " + word + "," + code + "\n" + code + "3,Xã Ba " + word + ",01\n");
        customer(customer -> customer.add(
                "addresses",
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add("street", "1 Lê Lợi")
                                .add("commune", "Xã Một " + word)
                                .add("province", "Tỉnh " + word))));
        change("/locations/" + code + "3", place -> place.add("name", "Xã Tư " + word));

        assertUndone(undone(run), 1, 3);
        assertThat(left(run)).containsExactly("2 " + code + " USED", "3 " + code + "1 USED", "5 " + code + "3 CHANGED");
        assertThat(api.get("/locations/" + code + "2").status()).isEqualTo(404);
    }

    @Test
    void aProvinceGoesAlsoWhereTheImportWasStoppedBeforeItsFirstStep() {
        JsonObject run = TestImports.ended(
                api, sent("locations", "Mã,Tên,Tỉnh\n" + code + ",Tỉnh " + word + ",\n", "{\"dryRun\":true}"));
        Db.update("insert into location (code, level, name, name_fold) values (?, 'PROVINCE', ?, ?)", code, word, word);
        Db.update("update import_run set state = 'STOPPED' where id = ?", id(run));
        assertUndone(undone(run), 1, 0);
        assertThat(api.get("/locations/" + code).status()).isEqualTo(404);
    }

    @Test
    void aPlaceThatSomebodyMadeWhileTheImportWaitedIsTheirs() {
        String csv = "Mã,Tên,Tỉnh\n" + code + ",Tỉnh " + word + ",\n" + code + "1,Xã " + word + "," + code + "\n";
        JsonObject checked = TestImports.ended(api, sent("locations", csv, "{\"dryRun\":true}"));
        api.post(
                "/locations",
                Json.createObjectBuilder()
                        .add("code", code)
                        .add("name", "Của tôi " + word)
                        .build());
        JsonObject run = goneOn(checked);
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(refused(run)).containsExactly("2 STALE");
        assertUndone(undone(run), 1, 0);
        assertThat(api.get("/locations/" + code).status()).isEqualTo(200);
    }

    // ---- what somebody did while an import waited

    @Test
    void placesThatSomebodyChangedWhileTheImportWaitedAreLeftToThem() {
        String header = "Mã,Tên,Tỉnh\n";
        importOf("locations", header + code + "1,Xã Một " + word + ",01\n" + code + "2,Xã Hai " + word + ",01\n");
        JsonObject checked =
                checked("locations", header + code + "1,Xã Ba " + word + ",01\n" + code + "2,Xã Bốn " + word + ",01\n");
        change("/locations/" + code + "1", place -> place.add("name", "Của tôi " + word));
        JsonObject run = goneOn(checked);
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(refused(run)).containsExactly("2 STALE");
        assertThat(api.get("/locations/" + code + "1").json().getString("name")).isEqualTo("Của tôi " + word);
    }

    @Test
    void tagsThatSomebodyMadeChangedOrDeletedWhileTheImportWaitedAreLeftToThem() {
        String header = "Tên nhãn,Dùng chung\n";
        importOf("tags", header + "A " + word + ",\nB " + word + ",\nC " + word + ",\nD " + word + ",\n");
        JsonObject checked = checked(
                "tags",
                header + "a " + word + ",\nb " + word + ",\nc " + word + ",x\nd " + word + ",\nE " + word + ",\nF "
                        + word + ",\n");
        change("/tags/" + tag("A " + word), tag -> tag.add("name", "Â " + word));
        api.delete("/tags/" + tag("B " + word));
        tagOfAll("C " + word);
        api.post("/tags", Json.createObjectBuilder().add("name", "E " + word).build());
        JsonObject run = goneOn(checked);
        assertThat(refused(run)).containsExactly("2 STALE", "3 STALE", "4 STALE", "6 STALE");
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertUndone(undone(run), 2, 0);
    }

    @Test
    void entriesThatSomebodyMadeOrChangedWhileTheImportWaitedAreLeftToThem() {
        importOf("tiers", "Mã,Tên\n" + code + "-1,Một\n");
        JsonObject checked = checked("tiers", "Mã,Tên\n" + code + "-1,Hai\n" + code + "-2,Ba\n" + code + "-3,Bốn\n");
        change("/tiers/" + id(entry("tiers", code + "-1")), entry -> entry.add("nameVi", "Năm"));
        importOf("tiers", "Mã,Tên\n" + code + "-2,Sáu\n");
        JsonObject run = goneOn(checked);
        assertThat(refused(run)).containsExactly("2 STALE", "3 STALE");
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(entry("tiers", code + "-1").getString("nameVi")).isEqualTo("Năm");
        assertThat(entry("tiers", code + "-2").getString("nameVi")).isEqualTo("Sáu");
    }

    // ---- who may, and what the page says

    @Test
    void whoMayNoLongerImportATypeTakesNothingBack() {
        TestUser leaver = TestUsers.administrator();
        Api own = Api.of(leaver);
        JsonObject run = TestImports.ended(
                own,
                TestImports.send(
                        own, "tiers", "a.csv", ("Mã,Tên\n" + code + ",Một\n").getBytes(StandardCharsets.UTF_8), "{}"));
        Db.update("update app_user set role_code = 'MANAGER' where id = ?", leaver.id());
        assertThat(own.send("POST", "/import-runs/" + id(run) + "/undo", null, BodyPublishers.noBody())
                        .code())
                .isEqualTo("NO_RIGHT");
        assertThat(entry("tiers", code)).isNotNull();
    }

    @Test
    void thePageOfTheRunOffersItAndListsWhatStayed() {
        JsonObject run = importOf("tags", "Tên nhãn\nA " + word + "\nB " + word + "\n");
        customer(customer -> customer.add("tags", Json.createArrayBuilder(List.of("A " + word))));
        String path = "/importing/run.xhtml?id=" + id(run);
        assertThat(Visit.signedIn(user).get(path).body()).contains("Xóa 2 mục đã tạo và trả 0 mục đã cập nhật");
        undone(run);
        assertThat(Visit.signedIn(user).get(path).body())
                .contains("A " + word, "Đã có dữ liệu liên quan", ">Nhãn</th>")
                .doesNotContain("B " + word, "Mã khách hàng");
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,vi,Mã khách hàng", "360,en,Customer code"})
    void thePageCallsWhatStayedAsItsTypeDoes(int width, String language, String ofCustomers) {
        JsonObject run = importOf("tags", "Tên nhãn\nA " + word + "\nB " + word + "\n");
        customer(customer -> customer.add("tags", Json.createArrayBuilder(List.of("A " + word))));
        undone(run);
        try (Window window = Window.of(width, language, "light")) {
            window.signIn(user);
            ImportRunPage page = ImportRunPage.open(window, id(run));
            page.lookAt("import-undone");
            assertThat(page.everything())
                    .contains("A " + word, language.equals("en") ? "1 row was undone; 1 stayed." : "1 dòng")
                    .doesNotContain(ofCustomers);
        }
    }

    // ---- helpers

    private JsonObject importOf(String type, String csv) {
        return TestImports.ended(api, sent(type, csv, "{\"onMatch\":\"OVERWRITE\"}"));
    }

    private JsonObject checked(String type, String csv) {
        return TestImports.ended(api, sent(type, csv, "{\"onMatch\":\"OVERWRITE\",\"dryRun\":true}"));
    }

    private JsonObject goneOn(JsonObject checked) {
        api.send("POST", "/import-runs/" + id(checked) + "/run", null, BodyPublishers.noBody());
        return TestImports.ended(api, id(checked));
    }

    private static List<String> refused(JsonObject run) {
        return Db.texts(
                "select row_no || ' ' || error_code from import_verdict where run_id = ? and verdict = 'REFUSE' order by row_no",
                id(run));
    }

    /** Another administrator gives it to everybody. */
    private static void tagOfAll(String name) {
        Api other = Api.of(TestUsers.administrator());
        byte[] csv = ("Tên nhãn,Dùng chung\n" + name + ",x\n").getBytes(StandardCharsets.UTF_8);
        TestImports.ended(other, TestImports.send(other, "tags", "a.csv", csv, "{}"));
    }

    private Answer sent(String type, String csv, String options) {
        return TestImports.send(api, type, "danh-muc.csv", csv.getBytes(StandardCharsets.UTF_8), options);
    }

    private Answer undo(JsonObject run) {
        return api.send("POST", "/import-runs/" + id(run) + "/undo", null, BodyPublishers.noBody());
    }

    private JsonObject undone(JsonObject run) {
        Answer asked = undo(run);
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        return awaitUndone(run);
    }

    private JsonObject awaitUndone(JsonObject run) {
        Await.until("the import is taken back", Duration.ofSeconds(60), () -> TestImports.state(api, id(run))
                .equals("UNDONE"));
        return TestImports.run(api, id(run));
    }

    private static void assertUndone(JsonObject run, int undone, int left) {
        assertThat(run.getJsonObject("undo").getInt("undone")).isEqualTo(undone);
        assertThat(run.getJsonObject("undo").getInt("left")).isEqualTo(left);
    }

    private List<String> left(JsonObject run) {
        return api.get("/import-runs/" + id(run) + "/left").items().getValuesAs(JsonObject.class).stream()
                .map(left -> left.getInt("row") + " " + left.getString("code") + " " + left.getString("reason"))
                .toList();
    }

    private String exported(String list) {
        return Visit.signedIn(user).get("/catalogue/file?format=csv&of=" + list).body();
    }

    private long tag(String name) {
        return api.get("/tags", "q", name).items().getValuesAs(JsonObject.class).stream()
                .filter(tag -> tag.getString("name").equals(name))
                .map(RecordUndoIT::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private JsonObject entry(String catalogue, String entryCode) {
        return api.get("/" + catalogue).items().getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("code").equals(entryCode))
                .findFirst()
                .orElseThrow(() -> new AssertionError(entryCode));
    }

    private void customer(UnaryOperator<JsonObjectBuilder> with) {
        Answer made = api.post(
                "/customers",
                with.apply(Json.createObjectBuilder().add("name", "Trần " + word))
                        .build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private void change(String path, UnaryOperator<JsonObjectBuilder> change) {
        int version = api.get(path).json().getInt("version");
        Answer changed = api.patch(
                path,
                change.apply(Json.createObjectBuilder().add("version", version)).build());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static long id(JsonObject record) {
        return record.getJsonNumber("id").longValue();
    }
}
