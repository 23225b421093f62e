package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** Lists other than that of customers as files (EXP-1): those of people and routes, and the audit. */
class ListExportIT {

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);

    // ---- short ones

    @Test
    void usersAreFetchedAsTheirPageShowsThem() {
        String name = "Người Dùng " + user.username();
        assertThat(fetched("users&q=" + user.username()).lines())
                .containsExactly(
                        "\uFEFFHọ và tên,Tên đăng nhập,Vai trò,Email,Điện thoại,Trạng thái,Đăng nhập lần cuối",
                        fetched("users&q=" + user.username() + "&state=all")
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow())
                .last()
                .asString()
                .startsWith(name + "," + user.username() + ",Quản trị")
                .contains(",Đang hoạt động,");
        assertThat(fetched("users&state=off&q=" + user.username()).lines()).hasSize(1);
    }

    @Test
    void teamsRoutesAndRolesAreFetchedAsTheirPagesShowThem() {
        String word = Unique.word();
        api.post(
                "/teams",
                Json.createObjectBuilder()
                        .add("name", "=" + word)
                        .add("mode", "NONE")
                        .build());
        api.post(
                "/routes",
                Json.createObjectBuilder().add("name", "Tuyến " + word).build());
        assertThat(fetched("teams"))
                .startsWith("\uFEFFTên nhóm,Chế độ phân công,Thành viên,Hàng chờ,Trạng thái\r\n")
                .containsPattern("\r\n'=" + word + ",[^,]+,,0,Đang dùng\r\n");
        assertThat(fetched("routes"))
                .startsWith("\uFEFFTên tuyến,Mã tuyến,Giao cho,Khách hàng\r\n")
                .containsPattern("\r\nTuyến " + word + ",[^,]+,,0\r\n");
        assertThat(fetched("routes&archived=true")).doesNotContain(word);
        String roles = fetched("roles");
        assertThat(roles).startsWith("\uFEFFQuyền,");
        int administrator = cells(roles, "Mã vai trò").indexOf("ADMINISTRATOR");
        assertThat(cells(roles, "Khách hàng: xuất").get(administrator)).isEqualTo("x");
    }

    /** What stands in the line of the file that begins so. */
    private static List<String> cells(String csv, String title) {
        return csv.lines()
                .filter(line -> line.startsWith(title + ","))
                .map(line -> List.of(line.split(",", -1)))
                .findFirst()
                .orElseThrow();
    }

    private String fetched(String list) {
        return Visit.signedIn(user).get("/catalogue/file?format=csv&of=" + list).body();
    }

    @Test
    void aProgramHasAShortListAtOnceWithTheColumnsItWants() throws IOException {
        JsonObject request = list("users", "csv")
                .add("parameters", Json.createObjectBuilder().add("q", user.username()))
                .add("columns", Json.createArrayBuilder().add("username").add("state"))
                .build();
        Answer asked = api.post("/exports", request);
        long id = TestExports.id(asked);
        assertThat(asked.json().getString("state")).isEqualTo("DONE");
        assertThat(asked.json().getString("fileName")).matches("users-\\d{8}-\\d{4}\\.csv");
        assertThat(Files.readAllLines(TestExports.fetch(user, id)))
                .containsExactly("\uFEFFTên đăng nhập,Trạng thái", user.username() + ",Đang hoạt động");
        assertThat(api.get("/exports").items().getJsonObject(0).getInt("id")).isEqualTo((int) id);
        assertThat(Db.texts(
                        "select action || ' ' || coalesce(after ->> 'list', '') from audit_entry"
                                + " where entity = 'export' and entity_id = ? order by at",
                        id))
                .containsExactly("EXPORT users", "DOWNLOAD ");
        assertThat(TestWorkbook.read(
                        TestExports.file(user, list("customer-statuses", "xlsx").build())))
                .as("a catalogue")
                .anyMatch(row -> row.get(0).equals("WON"));
    }

    @Test
    void aListWhosePageOneMayNotSeeIsNotGivenOut() {
        TestUser exporter = TestUsers.withRights("customer.view", "customer.export");
        Visit visit = Visit.signedIn(exporter);
        for (String list : List.of("users", "teams", "roles", "audit")) {
            Answer refused = Api.of(exporter).post("/exports", list(list, "csv").build());
            assertThat(refused.status()).as(list).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("NO_RIGHT");
        }
        assertThat(visit.get("/catalogue/file?of=users").status()).isEqualTo(403);
        String word = Unique.word();
        api.post("/routes", Json.createObjectBuilder().add("name", word).build());
        assertThat(visit.get("/catalogue/file?of=routes&format=csv").body())
                .as("a route that is not theirs")
                .startsWith("\uFEFFTên tuyến")
                .doesNotContain(word);
        assertThat(Api.of(TestUsers.withRights("audit.view"))
                        .post("/exports", list("audit", "csv").build())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatAListDoesNotHaveIsNamed() {
        assertProblem(
                list("users", "csv")
                        .add("parameters", Json.createObjectBuilder().add("password", "x")),
                "parameters.password",
                "UNKNOWN_OPTION");
        assertProblem(
                list("users", "csv")
                        .add("parameters", Json.createObjectBuilder().add("q", 7)),
                "parameters.q",
                "BAD_VALUE");
        assertProblem(list("users", "csv").add("parameters", "all"), "parameters", "BAD_VALUE");
        assertProblem(
                list("teams", "csv").add("columns", Json.createArrayBuilder().add("secret")),
                "columns[0]",
                "UNKNOWN_OPTION");
        assertProblem(list("tags", "csv").add("q", "x"), "q", "UNKNOWN_OPTION");
        assertProblem(
                list("audit", "csv").add("columns", Json.createArrayBuilder().add("secret")),
                "columns[0]",
                "UNKNOWN_OPTION");
        assertProblem(
                list("audit", "csv")
                        .add("parameters", Json.createObjectBuilder().add("cause", "MAGIC")),
                "cause",
                "UNKNOWN_OPTION");
        assertThat(Visit.signedIn(user)
                        .get("/catalogue/file?of=users&color=red")
                        .status())
                .isEqualTo(400);
    }

    private void assertProblem(JsonObjectBuilder request, String field, String code) {
        Answer answer = api.post("/exports", request.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errors().getJsonObject(0).getString("field")).isEqualTo(field);
        assertThat(answer.errors().getJsonObject(0).getString("code")).isEqualTo(code);
    }

    // ---- the audit

    @Test
    void whatASearchOfTheAuditFindsIsWrittenInWords() {
        JsonObject customer = customer(api, "Khách " + Unique.word());
        api.patch(
                "/customers/" + customer.getJsonNumber("id"),
                Json.createObjectBuilder()
                        .add("version", 1)
                        .add("status", "QUOTED")
                        .add("notes", "Gọi lại")
                        .build());
        List<List<String>> rows = audit(user, "record", customer.getString("code"));
        assertThat(rows.get(0))
                .containsExactly(
                        "Thời điểm",
                        "Người thực hiện",
                        "Tên đăng nhập",
                        "Địa chỉ mạng",
                        "Loại bản ghi",
                        "Mã",
                        "Bản ghi",
                        "Thao tác",
                        "Thay đổi",
                        "Bằng cách",
                        "Số lượt chạy");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .contains(user.username(), "127.0.0.1", customer.getString("code"), customer.getString("name"))
                .anyMatch(cell -> cell.contains("Trạng thái: (trống) → Báo giá"))
                .anyMatch(cell -> cell.contains("Ghi chú: (trống) → Gọi lại"));
        assertThat(rows.get(2)).anyMatch(cell -> cell.contains("Tên: " + customer.getString("name")));
    }

    @ParameterizedTest
    @CsvSource({"user", "entity", "action"})
    void theFileHasWhatThePageFindsInItsOrder(String by) {
        String word = Unique.word();
        api.post(
                "/teams",
                Json.createObjectBuilder().add("name", word).add("mode", "NONE").build());
        JsonObject customer = customer(api, "Khách " + word);
        api.delete("/customers/" + customer.getJsonNumber("id"));
        String[] search =
                switch (by) {
                    case "user" -> new String[] {"user", user.username()};
                    case "entity" -> new String[] {"user", user.username(), "entity", "team"};
                    default -> new String[] {"user", user.username(), "action", "DELETE"};
                };
        List<String> found = api.get("/audit-entries", search).items().getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getJsonObject("record").getString("name"))
                .toList();
        assertThat(found).isNotEmpty();
        assertThat(records(user, search).stream()
                        .filter(record -> !record.startsWith("#"))
                        .toList())
                .as("beside the export itself")
                .containsExactlyElementsOf(found);
    }

    @Test
    void thousandsOfOneMomentAreAllInTheFile() {
        long run = Unique.number();
        Db.update(
                """
                insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select timestamptz '2026-01-05 10:00+07', ?, 'IMPORT', ?, 'customer', -n, 1, 'CREATE', null,
                       jsonb_build_object('name', 'x' || n)
                from generate_series(1, 1234) n
                """,
                user.id(),
                run);
        assertThat(records(user, "run", Long.toString(run))).hasSize(1234).doesNotHaveDuplicates();
    }

    @Test
    void theReadersAccessHoldsAndTagsOfOthersAreNotTold() {
        TestUser reader = TestUsers.withRights("customer.view", "customer.create", "customer.export", "audit.view");
        String word = Unique.word();
        customer(api, "Người khác " + word);
        customer(Api.of(reader), "Của tôi " + word);
        assertThat(records(reader, "record", word)).containsExactly("Của tôi " + word);

        JsonObject tagged = api.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Gắn nhãn " + word)
                                .add("owner", reader.username())
                                .add("tags", Json.createArrayBuilder().add("Kín " + word))
                                .build())
                .json();
        assertThat(audit(reader, "record", tagged.getString("code")).toString())
                .contains("Gắn nhãn " + word)
                .contains("Nhãn: …")
                .doesNotContain("Kín");
    }

    /** The rows of a file of the audit, its header first. */
    private static List<List<String>> audit(TestUser reader, String... search) {
        return TestWorkbook.read(TestExports.file(
                reader, list("audit", "xlsx").add("parameters", object(search)).build()));
    }

    /** The names of the records in it. */
    private static List<String> records(TestUser reader, String... search) {
        JsonObject request = list("audit", "xlsx")
                .add("parameters", object(search))
                .add("columns", Json.createArrayBuilder().add("record"))
                .build();
        return TestWorkbook.read(TestExports.file(reader, request)).stream()
                .skip(1)
                .map(row -> row.get(0))
                .toList();
    }

    private static JsonObjectBuilder object(String... texts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < texts.length; i += 2) {
            object.add(texts[i], texts[i + 1]);
        }
        return object;
    }

    private static JsonObjectBuilder list(String list, String format) {
        return Json.createObjectBuilder().add("list", list).add("format", format);
    }

    private static JsonObject customer(Api as, String name) {
        Answer made = as.post(
                "/customers?onDuplicate=allow",
                Json.createObjectBuilder().add("name", name).build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }
}
