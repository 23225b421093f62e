package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** What imports answer to those who got something wrong: which field, and what would be right. */
class ImportAnswersIT {

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    multipart/form-data                | x
                    multipart/form-data; boundary=sen  | --sen\\r\\n\\r\\nkhông tên\\r\\n--sen--
                    """)
    void partsThatCannotBeToldApartAreTheCallersMistake(String type, String body) {
        Answer answer = api.send("POST", "/import-runs", type, BodyPublishers.ofString(body.translateEscapes()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_MULTIPART");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"key":"XX"}                                | options.key        | “XX” không có trong danh mục.
                    {"dryRun":"có"}                             | options.dryRun     | Giá trị “có” không hợp lệ.
                    {"tags":"VIP"}                              | options.tags       | Giá trị “VIP” không hợp lệ.
                    {"tags":["VIP, hội chợ"]}                   | options.tags       | Giá trị “VIP, hội chợ” không hợp lệ.
                    {"groupId":123456789012345678901234567890}  | options.groupId    | Giá trị “123456789012345678901234567890” không hợp lệ.
                    {"headerRow":0}                             | options.headerRow  | Hãy nhập số từ 1 đến 1048576.
                    {"headerRow":"ba"}                          | options.headerRow  | Giá trị “ba” không hợp lệ.
                    {"mapping":["name"]}                        | options.mapping    | Giá trị “["name"]” không hợp lệ.
                    không phải JSON                             | options            | Giá trị “không phải JSON” không hợp lệ.
                    """)
    void aWrongOptionIsNamedWithWhatIsWrongWithIt(String options, String field, String message) {
        Answer answer = TestImports.sendCsv(api, "Tên khách hàng\nLan\n", options);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        JsonObject error = answer.errors().getJsonObject(0);
        assertThat(error.getString("field")).isEqualTo(field);
        assertThat(error.getString("message")).isEqualTo(message);
    }

    @Test
    void ofALongMistakeOnlyTheBeginningIsRepeated() {
        Answer answer = TestImports.sendCsv(api, "Tên khách hàng\nLan\n", "x".repeat(100_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().length()).isLessThan(1000);
    }

    @Test
    void aRefusedRowSaysWhichFieldAndWhatMayHaveBeenMeant() {
        String word = Unique.word();
        String tax = "0100109106-" + (100 + Unique.number() % 900);
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api,
                        """
                        Tên khách hàng,SĐT,Ngày sinh,Mã số thuế,Số CCCD
                        A %1$s,0650 3 822 222,,,
                        B %1$s,,31/02/1990,,
                        C %1$s,,,100233488,
                        D %1$s,,,,79099012345
                        E %1$s,,,%2$s,
                        F %1$s,,,%2$s,
                        """
                                .formatted(word, tax),
                        "{\"kind\":\"ORGANIZATION\"}"));
        assertThat(refusals(run))
                .containsExactly(
                        "Số điện thoại không hợp lệ; có phải là 02743822222?",
                        "Ngày sinh: Ngày không hợp lệ, hãy nhập dạng dd/MM/yyyy.",
                        "Mã số thuế không đúng dạng, có lẽ thiếu số 0 ở đầu; có phải là 0100233488?",
                        "Số CCCD không đúng dạng, có lẽ thiếu số 0 ở đầu; có phải là 079099012345?",
                        "Mã số thuế: Giá trị này đã có ở một dòng phía trên trong tệp.");
    }

    @Test
    void theCodeOfACataloguesEntryIsNotCalledACustomers() {
        String csv = "Mã,Tên tiếng Việt\n" + "M".repeat(60) + ",Một " + Unique.word() + "\n";
        JsonObject run = TestImports.ended(
                api, TestImports.send(api, "customer-statuses", "s.csv", csv.getBytes(StandardCharsets.UTF_8), "{}"));
        assertThat(refusals(run)).containsExactly("Mã: Không được dài quá 40 ký tự.");
    }

    @Test
    void aFormulaThatCameToNothingIsNobodysName() {
        String csv = "Tên khách hàng,SĐT,Ghi chú\n#N/A,,\nLan " + Unique.word() + ",#REF!,#VALUE!\n";
        JsonObject run = TestImports.ended(api, TestImports.sendCsv(api, csv, "{}"));
        assertThat(refusals(run))
                .containsExactly(
                        "Tên: Giá trị “#N/A” không hợp lệ.",
                        "Số điện thoại không hợp lệ.; Ghi chú: Giá trị “#VALUE!” không hợp lệ.");
    }

    @Test
    void aDateWithATimeBehindItIsTheDay() {
        String word = Unique.word();
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api,
                        """
                        Tên khách hàng,Ngày sinh
                        %1$s A,05/03/1990 00:00:00
                        %1$s B,1990-03-05T00:00:00Z
                        %1$s C,5/3/1990 0:00
                        %1$s D,1990-03-05 00:00:00.000
                        %1$s E,05/03/1990 sáng
                        """
                                .formatted(word),
                        "{}"));
        assertThat(refusals(run)).hasSize(1);
        assertThat(Db.texts("select birthday::text from customer where name like ?", word + " %"))
                .hasSize(4)
                .containsOnly("1990-03-05");
    }

    @Test
    void aFileThatCannotBeReadIsToldInTheCallersLanguage() {
        long run = TestImports.id(TestImports.sendCsv(api, "Tên khách hàng\n", "{}"));
        assertThat(TestImports.ended(api, run).getString("error")).startsWith("Tệp không có dòng");
        assertThat(TestImports.ended(api.in("en"), run).getString("error")).startsWith("The file has no rows");
    }

    @Test
    void aColumnThatTheFileHasNotAndARowThatIsNoneAreToldAsSuch() {
        long run = TestImports.id(TestImports.sendCsv(api, "Tên khách hàng\nLan\n", "{\"dryRun\":true}"));
        TestImports.ended(api, run);
        Answer corrected = api.patch(
                "/import-runs/" + run + "/rows/2",
                Json.createObjectBuilder().add("Tuổi", "3").build());
        assertThat(corrected.errors().getJsonObject(0).getString("message"))
                .isEqualTo("“Tuổi” không có trong danh mục.");
        assertThat(api.get("/import-runs/" + run + "/left", "after", "ba").code())
                .isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void anImportThatWasStoppedSaysHowMuchOfItIsDone() {
        String csv = "Tên khách hàng\nLan " + Unique.word() + "\n";
        long run = TestImports.id(TestImports.sendCsv(api, csv, "{\"dryRun\":true}"));
        TestImports.ended(api, run);
        Db.update("update import_run set state = 'STOPPED', phase = 'APPLY' where id = ?", run);
        assertThat(Visit.signedIn(user).get("/importing/run.xhtml?id=" + run).body())
                .contains("Đã dừng: đã xong 0 trên 1 dòng.");
        api.send("POST", "/import-runs/" + run + "/resume", null, BodyPublishers.noBody());
        assertThat(TestImports.ended(api, run).getString("state")).isEqualTo("DONE");
    }

    private List<String> refusals(JsonObject run) {
        List<List<String>> rows = TestWorkbook.read(
                TestExports.download(user, "/import-runs/" + run.getJsonNumber("id") + "/errors.xlsx"));
        return rows.stream().skip(1).map(row -> row.get(row.size() - 1)).toList();
    }
}
