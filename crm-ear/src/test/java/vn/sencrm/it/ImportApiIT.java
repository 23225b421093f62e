package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** Imports by REST: what becomes of each row, and of files that are not what they say. */
class ImportApiIT {

    private static final String NONE = "{}";

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);

    @Test
    void aCsvFileIsImportedByItselfWhenItsColumnsCanBeGuessed() {
        String word = Unique.word();
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api, "Họ tên,Di động,Ngày sinh\nNguyễn " + word + ",0912 345 678,05/03/1990\n", NONE));
        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        JsonObject customer = found(word).get(0);
        assertThat(customer.getString("birthday")).isEqualTo("1990-03-05");
        assertThat(customer.getString("owner")).isEqualTo(user.username());
        assertThat(Db.text(
                        "select cause || ' ' || cause_id from audit_entry where entity = 'customer' and entity_id = ?",
                        customer.getJsonNumber("id").longValue()))
                .isEqualTo("IMPORT " + run.getJsonNumber("id"));
    }

    @Test
    void whereTheNameCannotBeGuessedTheRunWaitsForItsMapping() {
        String word = Unique.word();
        Answer sent = TestImports.sendCsv(api, "Cột một,Cột hai\n" + word + ",x\n", NONE);
        assertThat(sent.json().getString("state")).isEqualTo("UPLOADED");
        assertThat(sent.json().getString("problem")).isEqualTo("MAPPING_NEEDED");
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(api, "Cột một,Cột hai\n" + word + ",x\n", "{\"mapping\":{\"Cột một\":\"name\"}}"));
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
    }

    @Test
    void newCustomersGetTheirCodesInTheOrderOfTheFile() {
        String word = Unique.word();
        String csv = IntStream.range(0, 120)
                .mapToObj(i -> String.format("Mai %s %03d%n", word, i))
                .collect(Collectors.joining("", "Tên khách hàng\n", ""));
        TestImports.ended(api, TestImports.sendCsv(api, csv, NONE));
        assertThat(Db.texts("select code from customer where name like ? order by name", "Mai " + word + " %"))
                .hasSize(120)
                .isSorted();
    }

    @Test
    void theMappingIsSentAfterTheFileAndOptionsThatAreNotNamedStay() {
        String word = Unique.word();
        Answer sent = TestImports.sendCsv(api, "Cột một,Cột hai\n" + word + ",x\n", "{\"onMatch\":\"FILL_EMPTY\"}");
        long id = TestImports.id(sent);
        assertThat(sent.json().getString("problem")).isEqualTo("MAPPING_NEEDED");
        assertThat(choose(id, "{\"mapping\":{\"Cột một\":\"password\"}}").code())
                .isEqualTo("UNKNOWN_IMPORT_FIELD");
        assertThat(choose(id, "{\"onMatch\":\"GUESS\"}")
                        .errors()
                        .getJsonObject(0)
                        .getString("field"))
                .isEqualTo("options.onMatch");
        assertThat(choose(id, "{\"dryRun\":true}").status()).isEqualTo(400);
        assertThat(run(id, false).code()).as("not mapped yet").isEqualTo("INVALID_STATE");

        JsonObject run = choose(id, "{\"mapping\":{\"Cột một\":\"name\"},\"tags\":[\"" + word + "\"]}")
                .json();
        assertThat(run.getString("state")).isEqualTo("MAPPED");
        assertThat(run.isNull("problem")).isTrue();
        assertThat(run.getJsonObject("options").getString("onMatch")).isEqualTo("FILL_EMPTY");

        assertThat(run(id, true).status()).isEqualTo(200);
        assertThat(TestImports.ended(api, id).getString("state")).isEqualTo("CHECKED");
        run = choose(id, "{\"stage\":\"LEAD\"}").json();
        assertThat(run.getString("state"))
                .as("what was checked is checked again")
                .isEqualTo("MAPPED");
        assertThat(run.getJsonObject("mapping")).containsOnlyKeys("Cột một");

        assertThat(run(id, false).status()).isEqualTo(200);
        assertThat(TestImports.count(TestImports.ended(api, id), "created")).isEqualTo(1);
        JsonObject customer = api.get("/customers", "q", word).items().getJsonObject(0);
        assertThat(customer.getString("stage")).isEqualTo("LEAD");
        assertThat(customer.getJsonArray("tags").toString()).contains(word);
        Answer late = choose(id, "{\"stage\":\"RAW\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("INVALID_STATE");
    }

    @Test
    void theTableIsLookedForElsewhereInTheFileAfterwards() {
        String word = Unique.word();
        Answer sent = TestImports.sendCsv(api, "Danh sách,tháng 5\nTên,SĐT\n" + word + ",0912345678\n", NONE);
        long id = TestImports.id(sent);
        JsonObject run = choose(id, "{\"headerRow\":2}").json();
        assertThat(run.getString("state")).as(run.toString()).isEqualTo("MAPPED");
        assertThat(run.getJsonObject("mapping")).containsKeys("Tên", "SĐT");
        TestUser stranger = TestUsers.create("MANAGER");
        assertThat(Api.of(stranger)
                        .patch("/import-runs/" + id + "/options", JsonValue.EMPTY_JSON_OBJECT)
                        .status())
                .isEqualTo(404);
    }

    private Answer choose(long id, String options) {
        return api.send(
                "PATCH", "/import-runs/" + id + "/options", "application/json", BodyPublishers.ofString(options));
    }

    private Answer run(long id, boolean dryRun) {
        return api.post("/import-runs/" + id + "/run?dryRun=" + dryRun, JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void aDryRunSaysWhatTheRunWouldDoAndChangesNothing() {
        String word = Unique.word();
        long codes = Db.number("select last_value from customer_code_seq");
        String csv = "Tên khách hàng,SĐT\nLan " + word + ",0912345678\nNam " + word + ",12x\n";
        JsonObject checked = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"dryRun\":true}"));
        assertThat(checked.getString("state")).isEqualTo("CHECKED");
        assertThat(TestImports.count(checked, "created")).isEqualTo(1);
        assertThat(TestImports.count(checked, "refused")).isEqualTo(1);
        assertThat(found(word)).isEmpty();
        assertThat(Db.number("select last_value from customer_code_seq")).isEqualTo(codes);
        long id = checked.getJsonNumber("id").longValue();
        api.send("POST", "/import-runs/" + id + "/run", null, java.net.http.HttpRequest.BodyPublishers.noBody());
        Await.until("the run", java.time.Duration.ofSeconds(60), () -> TestImports.state(api, id)
                .startsWith("DONE"));
        assertThat(TestImports.count(TestImports.run(api, id), "created")).isEqualTo(1);
        assertThat(found(word)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SKIP, 0, 1, cũ, cũ@example.vn", "OVERWRITE, 1, 0, mới, cũ@example.vn"})
    void aKnownCodeIsSkippedOrOverwrittenByItsNonEmptyCells(
            String onMatch, int updated, int skipped, String notes, String email) {
        String code = "IMP-" + Unique.number();
        String word = Unique.word();
        TestImports.ended(
                api,
                TestImports.sendCsv(
                        api,
                        "Mã khách hàng,Tên khách hàng,Ghi chú,Email\n" + code + ",Lan " + word + ",cũ,cu@example.vn\n",
                        NONE));
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api,
                        "Mã khách hàng,Tên khách hàng,Ghi chú,Email\n" + code.toLowerCase() + ",Lan " + word
                                + ",mới,\n",
                        "{\"key\":\"CODE\",\"onMatch\":\"" + onMatch + "\"}"));
        assertThat(TestImports.count(run, "updated")).isEqualTo(updated);
        assertThat(TestImports.count(run, "skipped")).isEqualTo(skipped);
        JsonObject customer = found(word).get(0);
        assertThat(customer.getString("notes")).isEqualTo(notes);
        assertThat(customer.getJsonArray("emails")).hasSize(1);
    }

    @Test
    void overwritingWithTheSameValuesIsNoChange() {
        String csv = "Mã khách hàng,Tên khách hàng\nIMP-" + Unique.number() + ",Lan " + Unique.word() + "\n";
        TestImports.ended(api, TestImports.sendCsv(api, csv, NONE));
        JsonObject run = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"onMatch\":\"OVERWRITE\"}"));
        assertThat(TestImports.count(run, "unchanged")).isEqualTo(1);
        assertThat(TestImports.count(run, "updated")).isZero();
    }

    @Test
    void badRowsNeverStopTheOthersAndEachSaysWhy() {
        String word = Unique.word();
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api,
                        """
                        Tên khách hàng,SĐT,Email,Ngày sinh,Mã số thuế,Trạng thái,Người phụ trách
                        A %1$s,0912345678,a@example.vn,01/02/2000,0101248141,Mới,
                        ,0912345678,,,,,
                        B %1$s,9.12E+08,,,,,
                        C %1$s,12x,,,,,
                        D %1$s,,sai,,,,
                        E %1$s,,,31/02/2000,,,
                        F %1$s,,,,123,,
                        G %1$s,,,,,Không có,
                        H %1$s,,,,,,khong-ai
                        I %1$s,0987654321; 0977777777,,,,,
                        """
                                .formatted(word),
                        NONE));
        assertThat(run.getString("state")).isEqualTo("DONE_WITH_ERRORS");
        assertThat(TestImports.count(run, "created")).isEqualTo(2);
        assertThat(TestImports.count(run, "refused")).isEqualTo(8);
        // That a name is missing is found where it is known whether the customer is new: not in the row alone.
        assertThat(errorCodes(run))
                .containsExactly(
                        "PHONE_SCIENTIFIC",
                        "BAD_PHONE",
                        "BAD_EMAIL",
                        "BAD_DATE",
                        "BAD_TAX_CODE",
                        "UNKNOWN_OPTION",
                        "UNKNOWN_OWNER");
    }

    @Test
    void aCodeTwiceInOneFileFollowsThePolicyInFileOrder() {
        String code = "IMP-" + Unique.number();
        String word = Unique.word();
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api,
                        "Mã khách hàng,Tên khách hàng\n" + code + ",Một " + word + "\n" + code + ",Hai " + word + "\n",
                        NONE));
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(found(word)).hasSize(1);
        assertThat(found(word).get(0).getString("name")).isEqualTo("Một " + word);
    }

    @Test
    void numbersFormulasEmptyRowsAndARepeatedHeaderAreRead() {
        String word = Unique.word();
        JsonObject run = TestImports.ended(
                api,
                TestImports.send(
                        api,
                        TestWorkbook.of("Tên khách hàng", "SĐT", "Ghi chú")
                                .row("Số " + word, 912345678, 42)
                                .row("", "", "")
                                .row("Lan " + word, "0912345679", "=1+1")
                                .save(),
                        NONE));
        assertThat(TestImports.count(run, "created")).isEqualTo(2);
        assertThat(Db.text(
                        "select k.key from identity_key k join customer c on c.id = k.customer_id"
                                + " where k.kind = 'PHONE' and c.name = ?",
                        "Số " + word))
                .isEqualTo("+84912345678");
    }

    @Test
    void theTableIsFoundBelowAReportsHeadAndElsewhereWhenTheUserSaysSo() {
        String word = Unique.word();
        String csv = "CÔNG TY SEN\n\nHọ tên,Di động\nAn " + word + ",0912345678\nTên khách hàng,Điện thoại\nBình "
                + word + ",0987654321\n";
        JsonObject guessed = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"dryRun\":true}"));
        assertThat(guessed.getJsonObject("options").getInt("headerRow")).isEqualTo(3);
        assertThat(TestImports.count(guessed, "read")).isEqualTo(3);
        JsonObject said = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"headerRow\":5}"));
        assertThat(said.getJsonArray("headers").getString(0)).isEqualTo("Tên khách hàng");
        assertThat(TestImports.count(said, "created")).isEqualTo(1);
        assertThat(found(word)).extracting(found -> found.getString("name")).containsExactly("Bình " + word);
        JsonObject nowhere = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"sheet\":\"Khách\"}"));
        assertThat(nowhere.getString("errorCode")).isEqualTo("NO_SHEET");
        assertThat(TestImports.sendCsv(api, csv, "{\"headerRow\":0}").status()).isEqualTo(400);
    }

    @Test
    void thePreviewSaysWhatTheRunWillDoAndItsCorrectionsAreImported() {
        String word = Unique.word();
        String code = "IMP-" + Unique.number();
        String csv = "Mã khách hàng,Họ tên,Di động\n" + code + ",An " + word + ",12x\n" + code + ",Bình " + word
                + ",\n,,0912345678\n";
        JsonObject checked = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"dryRun\":true}"));
        String run = "/import-runs/" + checked.getJsonNumber("id");
        assertThat(verdicts(run)).containsExactly("REFUSE BAD_PHONE", "CREATE", "REFUSE REQUIRED");
        JsonObject corrected = correct(run, 2, "Di động", "0912 345 678").json();
        assertThat(corrected.getString("state")).isEqualTo("MAPPED");
        assertThat(verdicts(run)).containsExactly("CREATE", "SKIP", "REFUSE REQUIRED");
        assertThat(correct(run, 2, "Không có", "x").status()).isEqualTo(400);
        assertThat(Db.texts("select 1 from import_row where run_id < 0")).isEmpty();
        correct(run, 4, "Di động", "sửa");
        assertThat(verdicts(run)).last().isEqualTo("REFUSE BAD_PHONE");
        api.send("POST", run + "/run", null, java.net.http.HttpRequest.BodyPublishers.noBody());
        JsonObject ended = TestImports.ended(api, checked.getJsonNumber("id").longValue());
        assertThat(TestImports.count(ended, "created")).isEqualTo(1);
        assertThat(TestImports.count(ended, "skipped")).isEqualTo(1);
        assertThat(found(word)).extracting(found -> found.getString("name")).containsExactly("An " + word);
        assertThat(correct(run, 2, "Di động", "1").status()).isEqualTo(409);
    }

    @Test
    void textFromBeforeUnicodeWaitsForItsUsersWord() {
        String word = Unique.word();
        String csv = "Hä tªn,§Þa chØ\nNguyÔn V¨n " + word + ",Phè HuÕ\n";
        JsonObject waiting = TestImports.sendCsv(api, csv, NONE).json();
        assertThat(waiting.getString("problem")).isEqualTo("TEXT_TCVN3");
        String run = "/import-runs/" + waiting.getJsonNumber("id");
        assertThat(api.get(run + "/preview").json().getJsonObject("converted").getString("Phè HuÕ"))
                .isEqualTo("Phố Huế");
        assertThat(api.send("POST", run + "/run", null, java.net.http.HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(409);
        TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"text\":\"TCVN3\"}"));
        assertThat(found(word)).extracting(found -> found.getString("name")).containsExactly("Nguyễn Văn " + word);
        JsonObject left = TestImports.ended(
                api, TestImports.sendCsv(api, csv, "{\"text\":\"NONE\",\"mapping\":{\"Hä tªn\":\"name\"}}"));
        assertThat(TestImports.count(left, "created")).isEqualTo(1);
    }

    @Test
    void aMappingKeptByNameIsUsedForTheNextFileWithTheSameTitles() {
        String title = "Cột " + Unique.word();
        String csv = title + ",Hai\nAn " + Unique.word() + ",x\n";
        String mapping = "{\"dryRun\":true,\"mapping\":{\"" + title + "\":\"name\"}}";
        long run = TestImports.id(TestImports.sendCsv(api, csv, mapping));
        TestImports.ended(api, run);
        JsonObject kept = api.post(
                        "/import-mappings",
                        Json.createObjectBuilder()
                                .add("run", run)
                                .add("name", "Kho " + title)
                                .build())
                .json();
        JsonObject again = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"dryRun\":true}"));
        assertThat(again.getJsonObject("mapping").getString(title)).isEqualTo("name");
        String byName = "{\"dryRun\":true,\"mappingName\":\"kho " + title + "\"}";
        JsonObject other = TestImports.ended(api, TestImports.sendCsv(api, "Ba," + csv.replace("An", "1,An"), byName));
        assertThat(other.getJsonObject("mapping")).containsOnlyKeys(title);
        Api manager = Api.of(TestUsers.create("MANAGER"));
        assertThat(manager.get("/import-mappings").items()).isEmpty();
        assertThat(manager.delete("/import-mappings/" + kept.getJsonNumber("id"))
                        .status())
                .isEqualTo(404);
        assertThat(api.delete("/import-mappings/" + kept.getJsonNumber("id")).status())
                .isEqualTo(204);
        assertThat(TestImports.sendCsv(api, csv, byName).status()).isEqualTo(400);
        assertThat(TestImports.sendCsv(api, csv, NONE).json().getString("problem"))
                .isEqualTo("MAPPING_NEEDED");
    }

    @Test
    void onlyWhenAskedDoesAnEmptyCellEmptyItsFieldAndUndoingFillsItAgain() {
        String code = "IMP-" + Unique.number();
        String word = Unique.word();
        String header = "Mã khách hàng,Tên khách hàng,Ghi chú,Email,SĐT,Địa chỉ,Tỉnh,Nhãn,Ngày sinh\n";
        String full = header + code + ",Lan " + word + ",cũ,cu@example.vn,0912345678,1 Lê Lợi,Hà Nội,nhãn-" + word
                + ",01/02/1990\n";
        TestImports.ended(api, TestImports.sendCsv(api, full, NONE));
        JsonObject before = emptied(word);
        String empty = header + code + ",Lan " + word + ",,,,,,,\n";
        String keep = "{\"onMatch\":\"OVERWRITE\"}";
        assertThat(TestImports.count(TestImports.ended(api, TestImports.sendCsv(api, empty, keep)), "unchanged"))
                .isEqualTo(1);
        String clear = "{\"onMatch\":\"OVERWRITE\",\"clearEmpties\":true}";
        String twice = empty + code + ",Lan " + word + ",mới,,,,,,\n" + code + ",,x,,,,,,\n";
        JsonObject run = TestImports.ended(api, TestImports.sendCsv(api, twice, clear));
        assertThat(TestImports.count(run, "updated")).as(run.toString()).isEqualTo(2);
        assertThat(errorCodes(run)).containsExactly("REQUIRED");
        JsonObject customer = emptied(word);
        assertThat(customer.getString("notes")).isEqualTo("mới");
        for (String list : List.of("emails", "phones", "addresses", "tags")) {
            assertThat(customer.getJsonArray(list)).as(list).isEmpty();
        }
        assertThat(Db.texts(
                        "select kind from identity_key where customer_id = ? order by kind",
                        customer.getJsonNumber("id").longValue()))
                .containsExactly("NAME");
        assertThat(TestImports.count(TestImports.ended(api, TestImports.sendCsv(api, twice, clear)), "refused"))
                .isEqualTo(1);
        String undo = "/import-runs/" + run.getJsonNumber("id") + "/undo";
        api.send("POST", undo, null, java.net.http.HttpRequest.BodyPublishers.noBody());
        JsonObject undone = TestImports.ended(api, run.getJsonNumber("id").longValue());
        assertThat(undone.getJsonObject("undo").getInt("undone"))
                .as(undone.toString())
                .isEqualTo(1);
        for (String field : List.of("notes", "emails", "phones", "addresses", "tags", "birthday", "updatedAt")) {
            assertThat(emptied(word).get(field)).as(field).isEqualTo(before.get(field));
        }
        JsonObject fresh =
                TestImports.ended(api, TestImports.sendCsv(api, header + "," + word + " Mới,,,,,,,\n", clear));
        assertThat(TestImports.count(fresh, "created")).isEqualTo(1);
    }

    private JsonObject emptied(String word) {
        return found("lan " + word).get(0);
    }

    @Test
    void whatIsOutOfUseStaysWithThoseThatHaveItAndGoesToNobodyElse() {
        String word = Unique.word();
        TestUser gone = TestUsers.staff();
        Db.update(
                "insert into customer_status (id, position, code, name_vi, name_en, colour)"
                        + " values (nextval('catalogue_seq'), 9000, ?, ?, ?, 'grey')",
                word.toUpperCase(),
                "Cũ " + word,
                "Old " + word);
        String header = "Mã khách hàng,Tên khách hàng,Trạng thái,Người phụ trách\n";
        String code = "IMP-" + Unique.number();
        String row = code + ",An " + word + ",Cũ " + word + "," + gone.username() + "\n";
        assertThat(TestImports.count(TestImports.ended(api, TestImports.sendCsv(api, header + row, NONE)), "created"))
                .isEqualTo(1);
        Db.update("update customer_status set archived = true where code = ?", word.toUpperCase());
        Db.update("update app_user set active = false where username = ?", gone.username());
        String csv = header + row + code + "-2,Bình " + word + ",Cũ " + word + ",\n" + code + "-3,Chi " + word + ",,"
                + gone.username() + "\n";
        JsonObject run = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"onMatch\":\"OVERWRITE\"}"));
        assertThat(TestImports.count(run, "unchanged")).as(run.toString()).isEqualTo(1);
        assertThat(Db.texts(
                        "select error_code || ' ' || error_field from import_verdict where run_id = ?"
                                + " and verdict = 'REFUSE' order by row_no",
                        run.getJsonNumber("id").longValue()))
                .containsExactly("UNKNOWN_OPTION status", "UNKNOWN_OWNER owner");
        JsonObject skipped = TestImports.ended(api, TestImports.sendCsv(api, csv, NONE));
        assertThat(TestImports.count(skipped, "skipped")).isEqualTo(1);
        assertThat(TestImports.count(skipped, "refused")).isEqualTo(2);
        JsonObject filled = TestImports.ended(api, TestImports.sendCsv(api, csv, "{\"onMatch\":\"FILL_EMPTY\"}"));
        assertThat(TestImports.count(filled, "unchanged")).isEqualTo(1);
    }

    @Test
    void aChoiceOfAnAttributeThatIsOutOfUseStaysWithThoseThatHaveItAndCanBeCleared() {
        JsonObject definition = TestAttributes.define("CHOICE", "A", "B");
        String attribute = definition.getString("code");
        String header = "Mã khách hàng,Tên khách hàng," + attribute + "\n";
        String code = "IMP-" + Unique.number();
        String row = code + ",An,B\n";
        TestImports.ended(api, TestImports.sendCsv(api, header + row, NONE));
        Db.update(
                "update customer_attribute_choice set archived = true where attribute_id = ? and code = 'B'",
                definition.getInt("id"));
        JsonObject run = TestImports.ended(
                api, TestImports.sendCsv(api, header + row + code + "-2,Bình,B\n", "{\"onMatch\":\"OVERWRITE\"}"));
        assertThat(TestImports.count(run, "unchanged")).as(run.toString()).isEqualTo(1);
        assertThat(Db.texts(
                        "select error_code || ' ' || error_field from import_verdict where run_id = ?"
                                + " and verdict = 'REFUSE'",
                        run.getJsonNumber("id").longValue()))
                .containsExactly("UNKNOWN_OPTION attributes." + attribute);
        JsonObject cleared = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api, header + code + ",An,\n", "{\"onMatch\":\"OVERWRITE\",\"clearEmpties\":true}"));
        assertThat(TestImports.count(cleared, "updated")).as(cleared.toString()).isEqualTo(1);
        assertThat(Db.texts("select attributes::text from customer where code = ?", code))
                .containsExactly((String) null);
    }

    private Answer correct(String run, int row, String header, String text) {
        return api.patch(
                run + "/rows/" + row,
                Json.createObjectBuilder().add(header, text).build());
    }

    private List<String> verdicts(String run) {
        return api.get(run + "/preview").json().getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getString("verdict")
                        + row.getJsonArray("problems").getValuesAs(JsonObject.class).stream()
                                .map(problem -> " " + problem.getString("code"))
                                .collect(java.util.stream.Collectors.joining()))
                .toList();
    }

    // --- files that are not what they say

    @Test
    void aTextFileNamedXlsxFails() {
        assertFails("a.xlsx", "Tên\nLan\n".getBytes(StandardCharsets.UTF_8), "NOT_A_WORKBOOK");
    }

    @Test
    void anEncryptedWorkbookFails() throws Exception {
        assertFails("a.xlsx", encrypted(), "ENCRYPTED");
    }

    @Test
    void aZipBombFails() throws IOException {
        assertFails("a.xlsx", zip("xl/worksheets/sheet1.xml", bomb()), "ZIP_BOMB", "NOT_A_WORKBOOK");
    }

    @Test
    void anExternalEntityIsNeverRead() throws IOException {
        String secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        byte[] book = zip(
                "xl/worksheets/sheet1.xml",
                (secret + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Tên khách hàng</t></is></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
                                + "</sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8));
        Answer sent = TestImports.send(api, "a.xlsx", book, NONE);
        if (sent.status() == 201) {
            TestImports.ended(api, sent);
        }
        assertThat(Db.texts("select 1 from customer where name like '%root:%'")).isEmpty();
    }

    @Test
    void aTextInAnotherEncodingFails() {
        assertFails("a.csv", new byte[] {'T', (byte) 0xAA, 'n', '\n', 'A', 'n', '\n'}, "ENCODING");
    }

    @Test
    void anEmptyFileFails() {
        assertFails("a.csv", new byte[0], "NO_HEADER");
        assertFails("a.csv", "Tên khách hàng\n".getBytes(StandardCharsets.UTF_8), "NO_ROWS");
    }

    @Test
    void oddFilesEndSoonAndWithACode() throws IOException {
        String row = "<row><c t=\"inlineStr\"><is><t>Tên</t></is></c></row>";
        String sheet = "<worksheet><sheetData>" + row + row;
        assertFails(
                "a.xlsx",
                zip("xl/worksheets/sheet1.xml", (sheet + "<a>".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8)),
                "NOT_A_WORKBOOK");
        assertFails("a.csv", ("a,".repeat(5_000) + "\n1\n").getBytes(StandardCharsets.UTF_8), "TOO_MANY_COLUMNS");
        assertFails("a.csv", "x".repeat(30 << 20).getBytes(StandardCharsets.UTF_8), "BAD_CSV");
        assertFails("a.csv", "Tên,B\n\"An,x\nBình,y\n".getBytes(StandardCharsets.UTF_8), "BAD_CSV");
        assertFails("a.xls", "<html><table>".getBytes(StandardCharsets.UTF_8), "NOT_A_WORKBOOK");
        assertFails("a.json", "[{\"a\":[[[[".getBytes(StandardCharsets.UTF_8), "NOT_JSON");
        String zeros = "Tên khách hàng,Ghi chú\n" + "An,x\n".repeat(20_000) + "An,a\0b\n";
        JsonObject run = TestImports.ended(api, TestImports.sendCsv(api, zeros, "{\"dryRun\":true}"));
        assertThat(run.getString("state")).isEqualTo("CHECKED");
    }

    @Test
    void aFileOverTheLimitIsRefusedWith413() {
        Answer refused = TestImports.send(api, "a.csv", new byte[(Sen.MAX_MEGABYTES + 2) << 20], NONE);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void unknownOptionsAndTypesAreRefused() {
        for (String options : List.of(
                "{\"onMatch\":\"GUESS\"}", "{\"key\":\"NAME\"}", "{", "[]", "{\"onMatc\":\"SKIP\"}", tags(51))) {
            assertThat(TestImports.sendCsv(api, "Tên khách hàng\nLan\n", options)
                            .status())
                    .as(options)
                    .isEqualTo(400);
        }
    }

    /** One more than a customer may have. */
    private static String tags(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "\"t" + i + "\"")
                .collect(Collectors.joining(",", "{\"tags\":[", "]}"));
    }

    @Test
    void theListOfRunsIsPaged() {
        Api own = Api.of(TestUsers.create("MANAGER"));
        List<Long> ids = IntStream.range(0, 3)
                .mapToObj(i -> TestImports.id(TestImports.sendCsv(own, "Cột lạ\nLan\n", NONE)))
                .toList();
        Answer first = own.get("/import-runs", "size", "2");
        assertThat(first.json().getInt("total")).isEqualTo(3);
        Answer second =
                own.get("/import-runs", "size", "2", "after", first.json().getString("next"));
        assertThat(List.of(first, second))
                .flatExtracting(Answer::items)
                .extracting(run -> run.asJsonObject().getJsonNumber("id").longValue())
                .containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(second.json().isNull("next")).isTrue();
        assertThat(own.get("/import-runs", "size", "0").status()).isEqualTo(400);
    }

    // --- on the page

    @Test
    void startingOverForgetsWhatWasChosenAndCorrectedAndLeavingForgetsTheFile() {
        long id = TestImports.id(TestImports.sendCsv(api, "Cột lạ,SĐT\nLan,12x\n", "{\"tags\":[\"Hội chợ\"]}"));
        String run = "/import-runs/" + id;
        assertThat(correct(run, 2, "SĐT", "0912 345 678").status()).isEqualTo(200);
        Db.update("update import_run set mapping = '{\"Cột lạ\": \"name\"}'::jsonb where id = ?", id);
        press(id, "reset");
        assertThat(TestImports.run(api, id).getJsonObject("mapping")).doesNotContainKey("Cột lạ");
        assertThat(TestImports.run(api, id).getJsonObject("options").getJsonArray("tags"))
                .isEmpty();
        assertThat(Db.number("select count(*) from import_correction where run_id = ?", id))
                .isZero();
        long file = Db.number("select file_id from import_run where id = ?", id);
        press(id, "discard");
        assertThat(api.get(run).status()).isEqualTo(404);
        assertThat(Db.number("select count(*) from stored_file where id = ?", file))
                .isZero();
    }

    @Test
    void aUserChoosesAmongTheTypesThatTheyMayImport() {
        String all = Visit.signedIn(user).get("/importing/new.xhtml").body();
        assertThat(all).contains("?type=contacts", "?type=tags", "?type=locations", "?type=tiers");
        String manager = Visit.signedIn(TestUsers.create("MANAGER"))
                .get("/importing/new.xhtml?type=contacts")
                .body();
        assertThat(manager).contains("?type=customers", "?type=tags").doesNotContain("?type=tiers");
    }

    private void press(long run, String button) {
        Answer answer = Visit.signedIn(user)
                .submit(
                        "/importing/run.xhtml?id=" + run,
                        "id",
                        Long.toString(run),
                        "columns",
                        "columns",
                        "columns:" + button,
                        "columns:" + button);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    }

    // --- rights

    @Test
    void theWorkbookOfRefusedRowsHasTheirLongCellsWhole() {
        String note = "Ghi chú rất dài ".repeat(100).strip();
        String csv = "Tên khách hàng,SĐT,Ghi chú\nLan,12x," + note + "\n";
        JsonObject run = TestImports.ended(api, TestImports.sendCsv(api, csv, NONE));
        List<List<String>> rows = TestWorkbook.read(
                TestExports.download(user, "/import-runs/" + run.getJsonNumber("id") + "/errors.xlsx"));
        assertThat(rows.get(1)).startsWith("Lan", "12x", note).contains("BAD_PHONE");
    }

    @Test
    void withoutTheRightNothingIsImportedOrSeen() {
        Api staff = Api.of(TestUsers.staff());
        assertThat(TestImports.sendCsv(staff, "Tên khách hàng\nLan\n", NONE).status())
                .isEqualTo(403);
        assertThat(staff.get("/import-runs").status()).isEqualTo(403);
    }

    @Test
    void aManagerSeesOnlyTheirOwnRuns() {
        Answer sent = TestImports.sendCsv(api, "Tên khách hàng\nLan " + Unique.word() + "\n", NONE);
        TestImports.ended(api, sent);
        Api manager = Api.of(TestUsers.create("MANAGER"));
        assertThat(manager.get("/import-runs/" + TestImports.id(sent)).status()).isEqualTo(404);
        assertThat(manager.get("/import-runs/" + TestImports.id(sent) + "/errors.xlsx")
                        .status())
                .isEqualTo(404);
        assertThat(manager.get("/import-runs").items()).isEmpty();
    }

    private void assertFails(String name, byte[] content, String... codes) {
        Answer sent = TestImports.send(api, name, content, NONE);
        String code = sent.status() == 201 ? TestImports.ended(api, sent).getString("errorCode", "none") : sent.code();
        assertThat(code).as(sent.body()).isIn((Object[]) codes);
    }

    private List<JsonObject> found(String word) {
        return api.get("/customers", "q", word).items().getValuesAs(JsonObject.class);
    }

    private static List<String> errorCodes(JsonObject run) {
        return Db.texts(
                "select e ->> 'code' from import_row i, jsonb_array_elements(i.problems) e"
                        + " where i.run_id = ? order by i.row_no",
                run.getJsonNumber("id").longValue());
    }

    private static byte[] encrypted() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook();
                POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("Tên");
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("x");
            try (var stream = encryptor.getDataStream(files)) {
                book.write(stream);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] bomb() {
        return " ".repeat(600 << 20).getBytes(StandardCharsets.US_ASCII);
    }

    /** A workbook of one part beside the least that makes it one. */
    private static byte[] zip(String part, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "[Content_Types].xml", types());
            entry(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(zip, "xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types() {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "</Types>";
    }

    private static String relations(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Target=\"" + target + "\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\"/>"
                + "</Relationships>";
    }
}
