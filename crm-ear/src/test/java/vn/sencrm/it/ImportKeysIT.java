package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** How rows find their customers by other keys than the code, what is filled, and what an import does beside. */
class ImportKeysIT {

    private final Api api = Api.of(TestUsers.administrator());
    private final String word = Unique.word();

    @ParameterizedTest
    @CsvSource({"PHONE, SĐT, 0912xxxxxx", "EMAIL, Email, lan.xxxxxx@example.vn", "IDNO, Số CCCD, 001190xxxxxx"})
    void aRowFindsItsCustomerByTheChosenKey(String key, String column, String pattern) {
        String value = pattern.replace("xxxxxx", String.format("%06d", Unique.number() % 1_000_000));
        String header = "Tên khách hàng," + column + ",Ghi chú\n";
        importOf(header + "Lan " + word + "," + value + ",cũ\n", "{}");
        JsonObject run = importOf(header + "Lan " + word + "," + value + ",mới\n", overwriteBy(key));
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(TestImports.count(run, "created")).isZero();
        assertThat(found()).extracting(customer -> customer.getString("notes")).containsExactly("mới");
    }

    /** Verdicts are found ten thousand rows at a time. */
    @ParameterizedTest
    @CsvSource({"CODE, Mã khách hàng", "PHONE, SĐT"})
    void rowsBelongTogetherHoweverFarApartTheyStand(String key, String column) {
        String value = key.equals("CODE") ? "FAR-" + Unique.number() : Unique.phone();
        String taxCode = Unique.taxCode();
        String csv = column + ",Tên khách hàng,Mã số thuế\n" + value + ",Lan " + word + "," + taxCode + "\n"
                + (",Ai đó " + word + ",\n").repeat(20_000) + value + ",Lan Anh " + word + ",\n"
                + ",Trùng thuế " + word + "," + taxCode + "\n";
        JsonObject run = importOf(csv, "{\"key\":\"" + key + "\",\"onMatch\":\"OVERWRITE\",\"dryRun\":true}");
        assertThat(TestImports.count(run, "created")).isEqualTo(20_001);
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(refusals(run)).containsExactly("DUP_IN_FILE taxCode");
    }

    @Test
    void aPhoneIsTheSameInAnyWrittenForm() {
        String phone = Unique.phone();
        importOf("Tên khách hàng,SĐT\nLan " + word + "," + phone + "\n", "{}");
        JsonObject run = importOf(
                "Tên khách hàng,SĐT,Ghi chú\nLan " + word + ",+84 " + phone.substring(1) + ",mới\n",
                overwriteBy("PHONE"));
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
    }

    @Test
    void aRowThatFitsTwoCustomersIsRefused() {
        String phone = Unique.phone();
        String other = Unique.phone();
        importOf("Tên khách hàng,SĐT\nLan " + word + "," + phone + "\nNam " + word + "," + other + "\n", "{}");
        JsonObject run = importOf(
                "Tên khách hàng,SĐT\nLan " + word + ",\"" + phone + "; " + other + "\"\n", overwriteBy("PHONE"));
        assertThat(refusals(run)).containsExactly("AMBIGUOUS_MATCH phones");
    }

    @Test
    void aCodeThatNamesAnotherCustomerThanTheKeyIsRefused() {
        String phone = Unique.phone();
        String code = "KEY-" + Unique.number();
        importOf(
                "Mã khách hàng,Tên khách hàng,SĐT\n" + code + "-1,Lan " + word + "," + phone + "\n" + code + "-2,Nam "
                        + word + ",\n",
                "{}");
        JsonObject run = importOf(
                "Mã khách hàng,Tên khách hàng,SĐT\n" + code + "-2,Lan " + word + "," + phone + "\n" + code + "-1,Ba "
                        + word + "," + Unique.phone() + "\n",
                overwriteBy("PHONE"));
        assertThat(refusals(run)).containsExactly("AMBIGUOUS_MATCH code", "DUP_IN_DB code");
    }

    @Test
    void aRowWhoseCustomerCameBetweenCheckAndRunIsStale() {
        String csv = "Tên khách hàng,SĐT\nLan " + word + "," + Unique.phone() + "\n";
        JsonObject checked = TestImports.ended(
                api, TestImports.sendCsv(api, csv, "{\"key\":\"PHONE\",\"onMatch\":\"OVERWRITE\",\"dryRun\":true}"));
        importOf(csv, "{}");
        long id = checked.getJsonNumber("id").longValue();
        api.send("POST", "/import-runs/" + id + "/run", null, BodyPublishers.noBody());
        Await.until("the run", Duration.ofSeconds(60), () -> TestImports.state(api, id)
                .startsWith("DONE"));
        assertThat(refusals(TestImports.run(api, id))).containsExactly("STALE phones");
        assertThat(found()).hasSize(1);
    }

    @Test
    void rowsOfOnePhoneInOneFileAreOneCustomerInFileOrder() {
        String phone = Unique.phone();
        String second = Unique.phone();
        JsonObject run = importOf(
                "Tên khách hàng,SĐT,Ghi chú\n"
                        + "Lan " + word + "," + phone + ",một\n"
                        + "Lan " + word + ",\"" + phone + "; " + second + "\",hai\n"
                        + "Lan " + word + "," + second + ",ba\n",
                overwriteBy("PHONE"));
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(TestImports.count(run, "updated")).isEqualTo(2);
        assertThat(found()).extracting(customer -> customer.getString("notes")).containsExactly("ba");
    }

    @Test
    void aRowThatJoinsTwoEarlierNewCustomersOfTheFileIsRefused() {
        String phone = Unique.phone();
        String second = Unique.phone();
        JsonObject run = importOf(
                "Tên khách hàng,SĐT\n"
                        + "Một " + word + "," + phone + "\n"
                        + "Hai " + word + "," + second + "\n"
                        + "Ba " + word + ",\"" + second + "; " + phone + "\"\n",
                overwriteBy("PHONE"));
        assertThat(TestImports.count(run, "created")).isEqualTo(2);
        assertThat(refusals(run)).containsExactly("AMBIGUOUS_MATCH phones");
    }

    @Test
    void rowsWithoutTheKeyAreNewCustomersEach() {
        JsonObject run = importOf("Tên khách hàng,SĐT\nMột " + word + ",\nHai " + word + ",\n", overwriteBy("PHONE"));
        assertThat(TestImports.count(run, "created")).isEqualTo(2);
    }

    @Test
    void aKeyWithoutAColumnAsksForTheMapping() {
        Answer sent = TestImports.sendCsv(api, "Tên khách hàng,Ghi chú\nLan " + word + ",x\n", overwriteBy("PHONE"));
        assertThat(sent.json().getString("problem")).isEqualTo("MAPPING_NEEDED");
    }

    @Test
    void fillingTouchesEmptyFieldsOnly() {
        String code = "KEY-" + Unique.number();
        String phone = Unique.phone();
        importOf("Mã khách hàng,Tên khách hàng,SĐT\n" + code + ",Lan " + word + "," + phone + "\n", "{}");
        String csv = "Mã khách hàng,Tên khách hàng,SĐT,Ghi chú\n" + code + ",Nam " + word + "," + Unique.phone()
                + ",mới\n" + code + ",Ba " + word + ",,khác\n";
        JsonObject run = importOf(csv, "{\"onMatch\":\"FILL_EMPTY\"}");
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(TestImports.count(run, "unchanged")).isEqualTo(1);
        JsonObject customer = found().get(0);
        assertThat(customer.getString("name")).isEqualTo("Lan " + word);
        assertThat(customer.getString("notes")).isEqualTo("mới");
        assertThat(api.get("/customers", "q", phone).items()).hasSize(1);
        assertThat(TestImports.count(importOf(csv, "{\"onMatch\":\"FILL_EMPTY\"}"), "unchanged"))
                .isEqualTo(2);
    }

    @Test
    void everyCustomerOfTheFileGetsTheTagsThatWereAskedFor() {
        String code = "KEY-" + Unique.number();
        String tag = Unique.word();
        importOf("Mã khách hàng,Tên khách hàng,Thẻ\n" + code + "-1,Lan " + word + ",Cũ\n", "{}");
        String csv = "Mã khách hàng,Tên khách hàng\n" + code + "-1,Lan " + word + "\n" + code + "-2,Nam " + word + "\n";
        String options = "{\"onMatch\":\"OVERWRITE\",\"tags\":[\"" + tag + "\"]}";
        JsonObject run = importOf(csv, options);
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(TestImports.count(run, "updated")).isEqualTo(1);
        assertThat(tags(code + "-1")).containsExactlyInAnyOrder("Cũ", tag);
        assertThat(tags(code + "-2")).containsExactly(tag);
        assertThat(TestImports.count(importOf(csv, options), "unchanged")).isEqualTo(2);
    }

    @Test
    void aCustomerWithAllTheTagsThatOneMayHaveIsRefusedOneMore() {
        String code = "KEY-" + Unique.number();
        String tags = IntStream.range(0, 50).mapToObj(i -> word + i).collect(Collectors.joining("; "));
        String csv = "Mã khách hàng,Tên khách hàng,Thẻ\n" + code + ",Lan " + word + ",\"" + tags + "\"\n";
        assertThat(TestImports.count(importOf(csv, "{}"), "created")).isEqualTo(1);
        JsonObject run = importOf(csv, "{\"onMatch\":\"OVERWRITE\",\"tags\":[\"thêm " + word + "\"]}");
        assertThat(refusals(run)).containsExactly("TOO_MANY tags");
    }

    @Test
    void newCustomersAreDealtOutByTheTeamThatWasChosen() {
        TestUser first = TestUsers.staff();
        TestUser second = TestUsers.staff();
        long team = TestTeams.of("SEQUENTIAL", first, second).id();
        importOf(
                "Tên khách hàng\nMột " + word + "\nHai " + word + "\nBa " + word + "\nBốn " + word + "\n",
                "{\"teamId\":" + team + "}");
        assertThat(found())
                .extracting(customer -> customer.getString("owner"))
                .containsExactlyInAnyOrder(first.username(), first.username(), second.username(), second.username());
    }

    @Test
    void aTeamWithoutARuleIsRefusedByName() {
        Answer refused = TestImports.sendCsv(api, "Tên khách hàng\nMột " + word + "\n", "{\"teamId\":123456789}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("options.teamId");
    }

    @ParameterizedTest
    @CsvSource({"ADD, 3, 0", "IGNORE, 1, 2"})
    void furtherContactsOfAnAccountAreAddedOrSkipped(String further, int created, int skipped) {
        String account = account();
        JsonObject run = contacts(
                "Tên khách hàng,Mã công ty\nMột " + word + "," + account + "\nHai " + word + "," + account + "\nBa "
                        + word + "," + account + "\n",
                further);
        assertThat(TestImports.count(run, "created")).isEqualTo(created);
        assertThat(TestImports.count(run, "skipped")).isEqualTo(skipped);
        assertThat(found())
                .filteredOn(customer -> customer.getString("stage").equals("CONTACT"))
                .hasSize(created);
    }

    @Test
    void aNewContactNeedsAnAccount() {
        JsonObject run =
                contacts("Tên khách hàng,Mã công ty\nMột " + word + "," + account() + "\nHai " + word + ",\n", "ADD");
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(refusals(run)).containsExactly("REQUIRED account");
    }

    private String account() {
        String code = "ACC-" + Unique.number();
        importOf(
                "Mã khách hàng,Tên khách hàng,Loại hồ sơ,Giai đoạn\n" + code + ",Công ty " + Unique.word()
                        + ",Tổ chức,Account\n",
                "{}");
        return code;
    }

    private JsonObject contacts(String csv, String further) {
        return TestImports.ended(
                api,
                TestImports.send(
                        api,
                        "contacts",
                        "lien-he.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        "{\"onFurtherContact\":\"" + further + "\"}"));
    }

    @Test
    void customersOfTheFileJoinTheGroupAndLeaveItWhenTheImportIsTakenBack() {
        String code = "KEY-" + Unique.number();
        long group = api.post(
                        "/customer-groups",
                        Json.createObjectBuilder()
                                .add("name", "Nhóm " + Unique.word())
                                .add("description", "từ tệp")
                                .build())
                .json()
                .getJsonNumber("id")
                .longValue();
        importOf("Mã khách hàng,Tên khách hàng\n" + code + "-1,Lan " + word + "\n", "{}");
        JsonObject run = importOf(
                "Mã khách hàng,Tên khách hàng\n" + code + "-1,Lan " + word + "\n" + code + "-2,Nam " + word + "\n",
                "{\"groupId\":" + group + "}");
        assertThat(TestImports.count(run, "skipped")).isEqualTo(1);
        assertThat(members(group)).isEqualTo(2);
        api.send("POST", "/import-runs/" + run.getJsonNumber("id") + "/undo", null, BodyPublishers.noBody());
        Await.until("the import is taken back", Duration.ofSeconds(60), () -> members(group) == 0);
    }

    @Test
    void anUnknownGroupIsRefusedByName() {
        Answer refused = TestImports.sendCsv(api, "Tên khách hàng\nMột " + word + "\n", "{\"groupId\":123456789}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("options.groupId");
    }

    private static long members(long group) {
        return Db.number("select count(*) from group_member where group_id = ?", group);
    }

    private static String overwriteBy(String key) {
        return "{\"key\":\"" + key + "\",\"onMatch\":\"OVERWRITE\"}";
    }

    private JsonObject importOf(String csv, String options) {
        return TestImports.ended(api, TestImports.sendCsv(api, csv, options));
    }

    private List<JsonObject> found() {
        return api.get("/customers", "q", word).items().getValuesAs(JsonObject.class);
    }

    private List<String> tags(String code) {
        return api.get("/customers", "q", code).items().getJsonObject(0).getJsonArray("tags").stream()
                .map(tag -> tag instanceof JsonString text
                        ? text.getString()
                        : tag.asJsonObject().getString("name"))
                .toList();
    }

    private static List<String> refusals(JsonObject run) {
        return Db.texts(
                "select error_code || ' ' || error_field from import_verdict where run_id = ? and verdict = 'REFUSE'"
                        + " order by row_no",
                run.getJsonNumber("id").longValue());
    }
}
