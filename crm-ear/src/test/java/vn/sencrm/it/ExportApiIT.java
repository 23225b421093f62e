package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;

/** Lists as files (EXP-1): what is in them, for whom, and that they can be imported again. */
class ExportApiIT {

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);

    @Test
    void aFileHasTheChosenColumnsInTheirOrderAndTheRowsInTheOrderOfTheList() {
        create(
                "B thứ hai",
                customer -> customer.add("phones", Json.createArrayBuilder().add("0912 000 002")));
        create(
                "A thứ nhất",
                customer -> customer.add("phones", Json.createArrayBuilder().add("0912 000 001")));
        JsonObject request = TestExports.request("xlsx", mine(), "name", "phones")
                .add("sort", "name")
                .build();
        List<List<String>> rows = TestWorkbook.read(TestExports.file(user, request));
        assertThat(rows)
                .containsExactly(
                        List.of("Tên", "Điện thoại"),
                        List.of("A thứ nhất", "0912 000 001"),
                        List.of("B thứ hai", "0912 000 002"));
    }

    @Test
    void theWordsOfASearchAndTickedCustomersNarrowTheFile() {
        String word = Unique.word();
        create("Lan " + word);
        long other = create("Hoa " + word);
        JsonObject searched =
                TestExports.request("csv", null, "name").add("q", "lan " + word).build();
        assertThat(lines(TestExports.file(user, searched))).containsExactly("\uFEFFTên", "Lan " + word);
        JsonObject ticked = TestExports.request("csv", null, "name")
                .add("ids", Json.createArrayBuilder().add(other))
                .build();
        assertThat(lines(TestExports.file(user, ticked))).containsExactly("\uFEFFTên", "Hoa " + word);
    }

    @Test
    void aUserExportsOnlyWhatTheySeeAndOnlyTheyFetchIt() {
        TestUser manager = TestUsers.create("MANAGER");
        TestUser exporter = TestUsers.withRights("customer.view", "customer.create", "customer.export");
        String word = Unique.word();
        create("Của người khác " + word);
        create(Api.of(exporter), "Của tôi " + word, customer -> {});
        JsonObject request =
                TestExports.request("csv", null, "name").add("q", word).build();
        Api theirs = Api.of(exporter);
        JsonObject run = TestExports.ended(theirs, TestExports.id(theirs.post("/exports", request)));
        assertThat(run.getJsonObject("counts").getInt("rows")).isEqualTo(1);
        long id = run.getJsonNumber("id").longValue();
        assertThat(lines(TestExports.fetch(exporter, id))).containsExactly("\uFEFFTên", "Của tôi " + word);
        for (TestUser stranger : List.of(manager, user)) {
            assertThat(Api.of(stranger).get("/exports/" + id).status()).isEqualTo(404);
            assertThat(Api.of(stranger).get("/exports/" + id + "/file").status())
                    .isEqualTo(404);
        }
        assertThat(Api.of(TestUsers.staff()).post("/exports", request).status()).isEqualTo(403);
    }

    @Test
    void whoExportedAndFetchedWhatStandsInTheAudit() {
        create("Lan");
        JsonObject request = TestExports.request("csv", mine(), "code", "name").build();
        long id = TestExports.id(api.post("/exports", request));
        TestExports.ended(api, id);
        TestExports.fetch(user, id);
        assertThat(Db.texts(
                        "select action || ' ' || actor_id from audit_entry where entity = 'export' and entity_id = ? order by at",
                        id))
                .containsExactly("EXPORT " + user.id(), "DOWNLOAD " + user.id());
        assertThat(Db.text(
                        "select after ->> 'columns' from audit_entry where entity = 'export' and entity_id = ?"
                                + " and action = 'EXPORT'",
                        id))
                .isEqualTo("[\"code\", \"name\"]");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() throws IOException {
        create("=1+1", customer -> customer.add("notes", "@SUM(A1)\n-2").add("jobTitle", "'=x"));
        Path workbook = TestExports.file(
                user, TestExports.request("xlsx", mine(), "name", "notes").build());
        assertThat(TestWorkbook.read(workbook).get(1)).containsExactly("=1+1", "@SUM(A1)\n-2");
        String csv = Files.readString(TestExports.file(
                user,
                TestExports.request("csv", mine(), "name", "notes", "jobTitle").build()));
        assertThat(csv).endsWith("\r\n'=1+1,\"'@SUM(A1)\n-2\",''=x\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void anExportedFileIsImportedAsUnchanged(String format) {
        everything();
        create("=Công thức", customer -> customer.add("notes", "+84 không phải số\n@ hai dòng")
                .add("kind", "SHOP"));
        create("Trống");
        Path file = TestExports.file(user, TestExports.request(format, mine()).build());
        Answer sent = TestImports.send(api, file, "{\"onMatch\":\"OVERWRITE\"}");
        JsonObject run = TestImports.ended(api, sent);
        assertThat(run.getString("state")).as(problems(run)).isEqualTo("DONE");
        assertThat(TestImports.count(run, "unchanged")).as(problems(run)).isEqualTo(3);
        assertThat(TestImports.count(run, "read")).isEqualTo(3);
    }

    @Test
    void eachFieldThatAnImportComparesIsThatOfTheDocument() {
        everything();
        assertThat(Db.texts(
                        """
                        select k.name || ': ' || coalesce(customer_field(c, k.name, :user)::text, 'nothing')
                        from customer c
                        cross join lateral (select customer_document(c, :user) as doc) d
                        cross join lateral (select jsonb_object_keys(d.doc) as name
                                            union select unnest(:fields::text[])) k
                        where c.owner_id = :user and customer_field(c, k.name, :user) is distinct from d.doc -> k.name
                        """
                                .replace(":user", Long.toString(user.id()))
                                .replace(
                                        ":fields",
                                        "'{code,kind,stage,gender,citizenId,account,team,tier,attributes.none}'")))
                .isEmpty();
        assertThat(Db.number(
                        "select count(*) from customer c, jsonb_object_keys(customer_document(c, ?)) where owner_id = ?",
                        user.id(),
                        user.id()))
                .isGreaterThan(25);
    }

    private String problems(JsonObject run) {
        long id = run.getJsonNumber("id").longValue();
        return run + " "
                + Db.texts("select problems::text || doc::text from import_row where run_id = ? order by row_no", id)
                + Db.texts("select before::text from import_change where run_id = ?", id);
    }

    /** A customer with something in every field. */
    private void everything() {
        long account = create("Công ty Sao Mai " + Unique.word(), customer -> customer.add("kind", "ORGANIZATION"));
        String code = Db.text("select code from customer where id = ?", account);
        // It is no row of the file.
        Db.update("update customer set owner_id = null where id = ?", account);
        create("Nguyễn Thị Ánh", customer -> customer.add("stage", "CONTACT")
                .add(
                        "phones",
                        Json.createArrayBuilder()
                                .add(labelled("0912 345 678", "nhà, cơ quan"))
                                .add("+84 " + Unique.phone().substring(1)))
                .add("emails", Json.createArrayBuilder().add("a@b.example").add(labelled("c@d.example", "kế toán")))
                .add("websites", Json.createArrayBuilder().add("https://sen.example/a?b=1,2"))
                .add(
                        "socials",
                        Json.createArrayBuilder()
                                .add(social("facebook", "anh.nguyen"))
                                .add(social("zalo", "0912345678"))
                                .add(social("linkedin", "https://linkedin.example/in/anh")))
                .add(
                        "addresses",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("street", "12 Lê Lợi, tầng 3")
                                        .add("province", "Thành phố Hà Nội")
                                        .add("lat", 21.0285)
                                        .add("lon", 105.8542))
                                .add(Json.createObjectBuilder()
                                        .add("street", "5 Trần Phú")
                                        .add("commune", "Xã không ai biết")
                                        .add("note", "cổng sau")))
                .add("gender", "FEMALE")
                .add("birthday", "1990-04-03")
                .add("citizenId", "001190" + String.format("%06d", Unique.number() % 1_000_000))
                .add("taxCode", Unique.taxCode())
                .add("jobTitle", "Giám đốc")
                .add("account", code)
                .add(
                        "representative",
                        Json.createObjectBuilder()
                                .add("name", "Trần Văn Nam")
                                .add("relation", "chồng")
                                .add("phone", "0903 111 222"))
                .add(
                        "members",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", "Bé Na")))
                .add("industry", "Bán lẻ")
                .add("companySize", "10–50")
                .add("supplier", true)
                .add("status", "WON")
                .add("tags", Json.createArrayBuilder().add("VIP").add("Hà Nội " + Unique.word()))
                .add("notes", "Dòng một\n\nDòng ba, \"trích\"")
                .add("attributes", attributes()));
    }

    private static JsonObject attributes() {
        return Json.createObjectBuilder()
                .add(attribute("TEXT"), "=a; b")
                .add(attribute("NUMBER"), new java.math.BigDecimal("1234567.125"))
                .add(attribute("DATE"), "2001-02-03")
                .add(attribute("YES_NO"), false)
                .add(attribute("CHOICE", "S", "L"), "L")
                .add(
                        attribute("MULTI_CHOICE", "X", "Y", "Z"),
                        Json.createArrayBuilder().add("Z").add("X"))
                .build();
    }

    private static String attribute(String type, String... choices) {
        return TestAttributes.define(type, choices).getString("code");
    }

    private static JsonObject labelled(String value, String label) {
        return Json.createObjectBuilder()
                .add("value", value)
                .add("label", label)
                .build();
    }

    private static JsonObject social(String network, String id) {
        return Json.createObjectBuilder().add("network", network).add("id", id).build();
    }

    /** Together in one test: what nobody asked for is looked for every ten seconds. */
    @Test
    void aRunWhoseServerDiedIsWrittenAnewOneThatWasToldToStopLeavesNoFileAndOneWithoutItsFilterFails() {
        TestCustomers.sharingOneTime(user, 6_000);
        long died = left(
                "owner = 'dead:1', heartbeat = now() - interval '40 seconds', position = 99, total = 5000", mine());
        long stopped = left("stop_requested = true", mine());
        JsonObject gone = Json.createObjectBuilder()
                .add("field", "attr.gone")
                .add("op", "eq")
                .add("value", "x")
                .build();
        long failed = left("attempts = 0", gone);

        JsonObject run = TestExports.ended(api, died);
        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getJsonObject("progress").getInt("done")).isEqualTo(6_000);
        assertThat(lines(TestExports.fetch(user, died))).hasSize(6_001).doesNotHaveDuplicates();

        run = TestExports.ended(api, stopped);
        assertThat(run.getString("state")).isEqualTo("STOPPED");
        assertThat(run.isNull("fileName")).isTrue();
        Answer file = api.get("/exports/" + stopped + "/file");
        assertThat(file.status()).isEqualTo(409);
        assertThat(file.code()).isEqualTo("INVALID_STATE");

        run = TestExports.ended(api, failed);
        assertThat(run.getString("state")).isEqualTo("FAILED");
        assertThat(run.getString("errorCode")).isEqualTo("FILTER_GONE");
    }

    /** A run as a server left it. */
    private long left(String how, JsonObject filter) {
        long id = Db.number("select nextval('export_run_seq')");
        Db.update(
                """
                insert into export_run (id, list, format, language, sort, columns, created_by, created_at, state, filter)
                values (?, 'customers', 'CSV', 'vi', '-updatedAt', '[{"name":"code","header":"Mã khách hàng"}]', ?, now(),
                        'STOPPED', ?::jsonb)
                """,
                id,
                user.id(),
                filter.toString());
        Db.update("update export_run set state = 'RUNNING', " + how + " where id = ?", id);
        return id;
    }

    @Test
    void badInputIsToldByItsName() {
        assertProblem(Json.createObjectBuilder(), "list", "REQUIRED");
        assertProblem(Json.createObjectBuilder().add("list", "secrets"), "list", "UNKNOWN_OPTION");
        assertProblem(TestExports.request("pdf", null), "format", "UNKNOWN_OPTION");
        assertProblem(TestExports.request("csv", null, "name", "password"), "columns[1]", "UNKNOWN_OPTION");
        assertProblem(
                TestExports.request("csv", null).add("columns", Json.createArrayBuilder()), "columns", "REQUIRED");
        assertProblem(TestExports.request("csv", null).add("ids", "all"), "ids", "BAD_VALUE");
        assertThat(api.post(
                                "/exports",
                                TestExports.request("csv", null)
                                        .add("sort", "secret")
                                        .build())
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(api.get("/exports/99999999").status()).isEqualTo(404);
    }

    private void assertProblem(JsonObjectBuilder request, String field, String code) {
        Answer answer = api.post("/exports", request.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errors().getJsonObject(0).getString("field")).isEqualTo(field);
        assertThat(answer.errors().getJsonObject(0).getString("code")).isEqualTo(code);
    }

    @Test
    void aCustomerIsGivenOutAsAContactCard() {
        long id = create("Nguyễn Thị Ánh", customer -> customer.add(
                        "phones", Json.createArrayBuilder().add("0912 345 678"))
                .add("jobTitle", "Giám đốc; kế toán"));
        Answer card = api.get("/customers/" + id + "/vcard");
        assertThat(card.status()).isEqualTo(200);
        assertThat(card.body())
                .startsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
                .contains("\r\nN:Nguyễn;Ánh;Thị;;\r\nFN:Nguyễn Thị Ánh\r\n")
                .contains("\r\nTEL;TYPE=VOICE:0912 345 678\r\n")
                .contains("\r\nTITLE:Giám đốc\\; kế toán\r\n")
                .endsWith("\r\nEND:VCARD\r\n");
        assertThat(Api.of(TestUsers.staff()).get("/customers/" + id + "/vcard").status())
                .isEqualTo(404);
    }

    @Test
    void aCatalogueIsFetchedAsAFileAtOnce() {
        Visit visit = Visit.signedIn(user);
        Answer csv = visit.get("/catalogue/file?of=customer-statuses&format=csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body())
                .startsWith("\uFEFFMã,Tên tiếng Việt,Tên tiếng Anh,Màu,Đã lưu trữ,Mục đích\r\n")
                .contains("\r\nWON,");
        assertThat(visit.get("/catalogue/file?of=secrets").status()).isEqualTo(404);
        assertThat(Visit.signedIn(TestUsers.staff())
                        .get("/catalogue/file?of=customer-statuses")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tagsLocationsAndGroupsAreFetchedAsFilesAndTheFirstTwoComeBackUnchanged() {
        String word = Unique.word();
        api.post("/tags", Json.createObjectBuilder().add("name", "Nhãn " + word).build());
        api.post(
                "/customer-groups",
                Json.createObjectBuilder()
                        .add("name", "Nhóm " + word)
                        .add("description", "Gom")
                        .build());
        assertThat(fetched("tags")).startsWith("\uFEFFNhãn,Dùng chung\r\n").contains("\r\nNhãn " + word + ",\r\n");
        assertThat(fetched("customer-groups")).contains("\r\nNhóm " + word + ",Gom,0,");
        assertThat(fetched("locations")).startsWith("\uFEFFMã,Tên,Tỉnh,Tên cũ\r\n");
        assertThat(unchanged("tags", "Nhãn " + word)).isEqualTo(1);
        assertThat(unchanged("locations", "Thành phố Hà Nội")).isEqualTo(1);
        assertThat(Visit.signedIn(TestUsers.staff())
                        .get("/catalogue/file?of=tags")
                        .status())
                .isEqualTo(403);
    }

    /** What an import says of the lines with a word, as they were exported. */
    private int unchanged(String list, String word) {
        String[] lines = fetched(list).split("\r\n");
        String csv = Arrays.stream(lines)
                .filter(line -> line.equals(lines[0]) || line.contains(word))
                .collect(Collectors.joining("\r\n"));
        byte[] file = csv.getBytes(StandardCharsets.UTF_8);
        Answer sent = TestImports.send(api, list, list + ".csv", file, "{\"onMatch\":\"OVERWRITE\",\"dryRun\":true}");
        return TestImports.count(TestImports.ended(api, sent), "unchanged");
    }

    private String fetched(String list) {
        return Visit.signedIn(user).get("/catalogue/file?format=csv&of=" + list).body();
    }

    // ---- helpers

    private long create(String name) {
        return create(name, customer -> {});
    }

    private long create(String name, java.util.function.Consumer<JsonObjectBuilder> more) {
        return create(api, name, more);
    }

    private static long create(Api as, String name, java.util.function.Consumer<JsonObjectBuilder> more) {
        JsonObjectBuilder customer = Json.createObjectBuilder().add("name", name);
        more.accept(customer);
        Answer made = as.post("/customers?onDuplicate=allow", customer.build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private JsonObject mine() {
        return TestExports.ownedBy(user);
    }

    private static List<String> lines(Path csv) {
        try {
            return Files.readAllLines(csv);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
