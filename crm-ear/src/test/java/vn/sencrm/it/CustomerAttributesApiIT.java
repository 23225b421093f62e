package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** The company's own attributes (CUS-3) by REST: defined, set, changed, filtered, imported, taken out of use. */
class CustomerAttributesApiIT {

    private final Api admin = Api.of(TestUsers.administrator());

    // --- values

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT         | \"Chợ 🌾 <b>một</b>\" | \"Chợ 🌾 <b>một</b>\"",
                "TEXT         | \"مرحبا\"             | \"مرحبا\"",
                "NUMBER       | \"1.250.000,5\"       | 1250000.5",
                "NUMBER       | 12.50                 | 12.5",
                "DATE         | \"05/03/1990\"        | \"1990-03-05\"",
                "YES_NO       | false                 | false",
                "YES_NO       | \"có\"                | true",
                "CHOICE       | \"chon b\"            | \"B\"",
                "MULTI_CHOICE | [\"B\",\"A\"]         | [\"A\",\"B\"]",
                "MULTI_CHOICE | \"B; chọn a\"         | [\"A\",\"B\"]"
            })
    void aValueOfEachTypeIsReadBackInItsNormalForm(String type, String given, String stored) {
        String code =
                code(TestAttributes.define(type, type.endsWith("CHOICE") ? new String[] {"A", "B"} : new String[0]));
        JsonObject customer = created(attributes(code, json(given)));
        assertThat(customer.getJsonObject("attributes")).isEqualTo(object(code, json(stored)));
        assertThat(admin.get("/customers/" + id(customer)).json()).isEqualTo(customer);
        assertThat(Db.text(
                        "select after ->> ? from audit_entry where entity = 'customer' and entity_id = ?",
                        "attributes." + code,
                        id(customer)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | 1e400            | BAD_NUMBER",
                "NUMBER | \"mười\"         | BAD_NUMBER",
                "DATE   | \"31/02/2020\"   | BAD_DATE",
                "YES_NO | \"có lẽ\"        | UNKNOWN_OPTION",
                "CHOICE | \"Z\"            | UNKNOWN_OPTION",
                "CHOICE | [\"A\"]          | BAD_VALUE",
                "TEXT   | {\"a\":1}        | BAD_VALUE",
                "PHOTO  | 1                | UNKNOWN_FILE"
            })
    void aValueThatDoesNotFitIsRefusedAtItsAttribute(String type, String given, String problem) {
        String code = code(TestAttributes.define(type, type.equals("CHOICE") ? new String[] {"A"} : new String[0]));
        for (Api api : List.of(admin, admin.in("en"))) {
            assertRefused(
                    api.post("/customers", customer(attributes(code, json(given)))), "attributes." + code, problem);
        }
    }

    @Test
    void aTextOfTenThousandCharactersIsToldItsLimit() {
        String code = code(TestAttributes.define("TEXT"));
        Answer refused = admin.post("/customers", customer(attributes(code, Json.createValue("x".repeat(10_000)))));
        assertRefused(refused, "attributes." + code, "TOO_LONG");
        assertThat(refused.errors().getJsonObject(0).getString("message")).contains("2000");
    }

    @Test
    void anAttributeThatIsNotDefinedIsRefusedByItsName() {
        JsonObject attributes = object("shoe_size", Json.createValue(43));
        assertRefused(admin.post("/customers", customer(attributes)), "attributes.shoe_size", "UNKNOWN_ATTRIBUTE");
    }

    @Test
    void aChangeIsTakenOverOneByOneAndNullClears() {
        String one = code(TestAttributes.define("TEXT"));
        String two = code(TestAttributes.define("NUMBER"));
        JsonObject customer =
                created(Json.createObjectBuilder().add(one, "a").add(two, 5).build());
        JsonObject changed = patched(customer, object(two, Json.createValue(6)));
        assertThat(changed.getJsonObject("attributes"))
                .isEqualTo(Json.createObjectBuilder().add(one, "a").add(two, 6).build());
        JsonObject cleared = patched(changed, object(one, JsonValue.NULL));
        assertThat(cleared.getJsonObject("attributes")).isEqualTo(object(two, Json.createValue(6)));
        assertThat(patched(cleared, object(two, Json.createValue(""))).getJsonObject("attributes"))
                .isEmpty();
        assertThat(Db.number("select count(*) from customer where id = ? and attributes is null", id(customer)))
                .isEqualTo(1);
    }

    @Test
    void whatDoesNotChangeIsNoChange() {
        String code = code(TestAttributes.define("NUMBER"));
        JsonObject customer = created(object(code, json("5")));
        assertThat(patched(customer, object(code, json("\"5,0\""))).getInt("version"))
                .isEqualTo(1);
    }

    @Test
    void twoWhoChangeDifferentAttributesDoNotMeetAndTheSameIsAConflict() {
        String one = code(TestAttributes.define("TEXT"));
        String two = code(TestAttributes.define("TEXT"));
        JsonObject customer =
                created(Json.createObjectBuilder().add(one, "a").add(two, "b").build());
        patched(customer, object(one, Json.createValue("A")));
        JsonObject both = patched(customer, object(two, Json.createValue("B")));
        assertThat(both.getJsonObject("attributes").getString(one)).isEqualTo("A");
        Answer stale = patch(customer, object(one, Json.createValue("Ă")));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().getJsonArray("conflicts").getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("field", "attributes." + one)
                        .add("base", "a")
                        .add("theirs", "A")
                        .add("mine", "Ă")
                        .build());
    }

    @Test
    void theDocumentThatSqlWritesIsThatOfJava() {
        String text = code(TestAttributes.define("TEXT"));
        String number = code(TestAttributes.define("NUMBER"));
        String many = code(TestAttributes.define("MULTI_CHOICE", "A", "B"));
        JsonObject customer = created(Json.createObjectBuilder()
                .add(text, "x")
                .add(number, 1.5)
                .add(many, Json.createArrayBuilder().add("B"))
                .build());
        assertThat(Db.text(
                        """
                        select string_agg(e.key || '=' || e.value, ' ' order by e.key)
                        from customer c, jsonb_each(customer_document(c, 0)) e
                        where c.id = ? and e.key like 'attributes.%'
                        and e.value = (select a.after -> e.key from audit_entry a
                                       where a.entity = 'customer' and a.entity_id = c.id)
                        """,
                        id(customer)))
                .contains("attributes." + text + "=\"x\"")
                .contains("attributes." + number + "=1.5")
                .contains("attributes." + many + "=[\"B\"]");
    }

    // --- required

    @Test
    void whatIsRequiredIsAskedOfNewCustomersOfTheKindAlone() {
        JsonObject old = created(JsonValue.EMPTY_JSON_OBJECT, "HOUSEHOLD");
        JsonObject definition = requiredFor("HOUSEHOLD");
        String code = code(definition);
        try {
            Answer refused = admin.post("/customers", customer(JsonValue.EMPTY_JSON_OBJECT, "HOUSEHOLD"));
            assertRefused(refused, "attributes." + code, "REQUIRED");
            assertThat(created(JsonValue.EMPTY_JSON_OBJECT, "SHOP").getInt("version"))
                    .isEqualTo(1);
            assertThat(admin.patch(
                                    "/customers/" + id(old),
                                    Json.createObjectBuilder()
                                            .add("version", 1)
                                            .add("notes", "x")
                                            .build())
                            .status())
                    .isEqualTo(200);
            JsonObject given = created(object(code, Json.createValue("có")), "HOUSEHOLD");
            assertRefused(patch(given, object(code, JsonValue.NULL)), "attributes." + code, "REQUIRED");
            JsonObject run = TestImports.ended(
                    admin,
                    TestImports.sendCsv(
                            admin,
                            "Tên khách hàng,Hồ sơ," + code + "\n"
                                    + "Hộ một,Hộ gia đình,\nHộ hai,Hộ gia đình,giá trị\nNgười ba,Cá nhân,\n",
                            "{}"));
            assertThat(TestImports.count(run, "created")).as(run.toString()).isEqualTo(2);
            assertThat(Db.text(
                            "select error_code || ' ' || error_field from import_verdict where run_id = ? and verdict = 'REFUSE'",
                            run.getJsonNumber("id").longValue()))
                    .isEqualTo("REQUIRED attributes." + code);
        } finally {
            archive(definition);
        }
    }

    // --- definitions

    @Test
    void onlyWhoMayConfigureDefines() {
        Api staff = Api.of(TestUsers.staff());
        assertThat(staff.post("/customer-attributes", TestAttributes.body("x1", "X", "TEXT"))
                        .status())
                .isEqualTo(403);
        assertThat(staff.get("/customer-attributes").status()).isEqualTo(200);
    }

    @Test
    void aDefinitionThatIsWrongIsRefusedAtItsField() {
        String taken = code(TestAttributes.define("TEXT"));
        assertRefused(define(taken, "X", "TEXT"), "code", "CODE_TAKEN");
        assertRefused(define("Có dấu", "X", "TEXT"), "code", "BAD_ATTRIBUTE_CODE");
        assertRefused(define("y" + taken, "", "TEXT"), "nameVi", "REQUIRED");
        assertRefused(define("y" + taken, "X", "MAP"), "type", "UNKNOWN_OPTION");
        assertRefused(define("y" + taken, "X", "CHOICE"), "choices", "CHOICES_NEEDED");
        assertRefused(define("y" + taken, "X", "CHOICE", "a", "A"), "choices[1]", "CODE_TAKEN");
        assertThat(admin.post(
                                "/customer-attributes",
                                Json.createObjectBuilder().add("colour", "x").build())
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void aTypeStaysWhileCustomersHaveValuesAndIsFreeBefore() {
        JsonObject definition = TestAttributes.define("TEXT");
        JsonObject number =
                redefined(definition, "type", Json.createValue("NUMBER")).json();
        assertThat(number.getString("type")).isEqualTo("NUMBER");
        created(object(code(definition), Json.createValue(1)));
        Answer refused = redefined(number, "type", Json.createValue("DATE"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ATTRIBUTE_TYPE_IN_USE");
        assertThat(refused.json().getString("detail")).startsWith("1 khách hàng");
        Answer deleted = admin.delete("/customer-attributes/" + id(number) + "?version=" + number.getInt("version"));
        assertThat(deleted.code()).isEqualTo("ATTRIBUTE_IN_USE");
    }

    @Test
    void whatNobodyHasIsDeletedAndItsCodeIsUnknownAgain() {
        JsonObject definition = TestAttributes.define("TEXT");
        assertThat(admin.delete("/customer-attributes/" + id(definition) + "?version=9")
                        .code())
                .isEqualTo("STALE_DEFINITION");
        assertThat(admin.delete("/customer-attributes/" + id(definition) + "?version=1")
                        .status())
                .isEqualTo(204);
        assertThat(admin.get("/customers", "filter", filter(code(definition), "notempty", null))
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void aChoiceThatCustomersHaveStaysArchivedWhenItIsLeftOut() {
        JsonObject definition = TestAttributes.define("MULTI_CHOICE", "A", "B", "C");
        String code = code(definition);
        JsonObject customer = created(object(code, json("[\"A\",\"B\"]")));
        JsonArray left = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("code", "A").add("nameVi", "Chọn A"))
                .build();
        JsonArray now = redefined(definition, "choices", left).json().getJsonArray("choices");
        assertThat(now.getValuesAs(JsonObject.class))
                .extracting(choice -> choice.getString("code") + " " + choice.getBoolean("archived"))
                .containsExactly("A false", "B true");
        assertThat(admin.get("/customers/" + id(customer)).json().getJsonObject("attributes"))
                .isEqualTo(object(code, json("[\"A\",\"B\"]")));
        assertThat(found(filter(code, "eq", json("\"B\"")))).containsExactly(id(customer));
    }

    @Test
    void anArchivedChoiceIsGivenToNobodyWhoDoesNotHaveIt() {
        JsonObject definition = TestAttributes.define("MULTI_CHOICE", "A", "B");
        String code = code(definition);
        JsonObject has = created(object(code, json("[\"B\"]")));
        JsonArray left = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("code", "A").add("nameVi", "Chọn A"))
                .build();
        assertThat(redefined(definition, "choices", left).status()).isEqualTo(200);
        assertThat(patch(has, object(code, json("[\"A\",\"B\"]"))).status()).isEqualTo(200);
        JsonObject other = created(object(code, json("[\"A\"]")));
        assertRefused(patch(other, object(code, json("[\"A\",\"B\"]"))), "attributes." + code, "UNKNOWN_OPTION");
    }

    @Test
    void anArchivedAttributeStaysReadableAndIsNotFilteredOrSet() {
        JsonObject definition = TestAttributes.define("TEXT");
        String code = code(definition);
        JsonObject customer = created(object(code, Json.createValue("a")));
        archive(definition);
        JsonObject read = admin.get("/customers/" + id(customer)).json();
        assertThat(read.getJsonObject("attributes").getString(code)).isEqualTo("a");
        assertThat(patch(read, object(code, Json.createValue("a"))).status()).isEqualTo(200);
        assertRefused(patch(read, object(code, Json.createValue("b"))), "attributes." + code, "UNKNOWN_ATTRIBUTE");
        Answer filtered = admin.get("/customers", "filter", filter(code, "eq", json("\"a\"")));
        assertThat(filtered.status()).isEqualTo(400);
        assertThat(filtered.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(patched(read, object(code, JsonValue.NULL)).getJsonObject("attributes"))
                .isEmpty();
    }

    // --- filters

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT         | \"Quý Hòa\" | eq       | \"quí hoà\"  | true",
                "TEXT         | \"Chợ Đông Ba\" | contains | \"ba dong\" | true",
                "TEXT         | \"Chợ Đông Ba\" | starts | \"cho do\" | true",
                "TEXT         | \"Chợ Đông Ba\" | in | [\"x\",\"CHỢ ĐÔNG BA\"] | true",
                "TEXT         | \"Chợ\"     | ne       | \"cho\"      | false",
                "NUMBER       | 12.5        | eq       | 12.50        | true",
                "NUMBER       | 12          | eq       | \"12\"       | true",
                "NUMBER       | 12          | in       | [1,12]       | true",
                "NUMBER       | 12          | gt       | 12           | false",
                "NUMBER       | 12.5        | between  | [12,13]      | true",
                "NUMBER       | 12          | lt       | 12.1         | true",
                "DATE         | \"2026-03-05\" | eq    | \"05/03/2026\" | true",
                "DATE         | \"2026-03-05\" | ge    | \"2026-03-05\" | true",
                "DATE         | \"2026-03-05\" | between | [\"2026-01-01\",\"2026-02-01\"] | false",
                "DATE         | \"1999-03-05\" | within | \"thisYear\" | false",
                "YES_NO       | true        | eq       | true         | true",
                "YES_NO       | false       | eq       | false        | true",
                "YES_NO       | false       | ne       | false        | false",
                "CHOICE       | \"A\"       | eq       | \"a\"        | true",
                "CHOICE       | \"A\"       | nin      | [\"A\"]      | false",
                "CHOICE       | \"A\"       | ne       | \"B\"        | true",
                "MULTI_CHOICE | [\"A\",\"B\"] | eq     | \"B\"        | true",
                "MULTI_CHOICE | [\"A\"]     | in       | [\"B\",\"C\"] | false",
                "MULTI_CHOICE | [\"A\"]     | ne       | \"B\"        | true",
                "MULTI_CHOICE | [\"A\"]     | notempty |              | true",
                "TEXT         | \"x\"       | empty    |              | false"
            })
    void everyOperatorThatFitsTheTypeFindsWhatItSays(
            String type, String value, String op, String asked, boolean found) {
        boolean choice = type.endsWith("CHOICE");
        String code = code(TestAttributes.define(type, choice ? new String[] {"A", "B", "C"} : new String[0]));
        TestUser owner = TestUsers.staff();
        Api api = Api.of(owner);
        Answer with = api.post("/customers", customer(attributes(code, json(value))));
        Answer without = api.post("/customers", customer(JsonValue.EMPTY_JSON_OBJECT));
        assertThat(with.status()).as(with.body()).isEqualTo(201);
        Answer list = api.get("/customers", "filter", filter(code, op, asked == null ? null : json(asked)));
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        List<Long> ids = ids(list);
        assertThat(ids.contains(id(with.json()))).isEqualTo(found);
        boolean negative = List.of("ne", "nin", "empty").contains(op);
        assertThat(ids.contains(id(without.json()))).isEqualTo(negative);
    }

    @Test
    void anOperatorOrValueThatDoesNotFitTheTypeIsABadFilter() {
        String number = code(TestAttributes.define("NUMBER"));
        String choice = code(TestAttributes.define("CHOICE", "A"));
        String photo = code(TestAttributes.define("PHOTO"));
        for (String filter : List.of(
                filter(number, "contains", json("\"1\"")),
                filter(number, "eq", json("\"x\"")),
                filter(number, "eq", json("1e400")),
                filter(choice, "eq", json("\"Z\"")),
                filter(choice, "lt", json("\"A\"")),
                filter(photo, "eq", json("1")))) {
            assertThat(admin.get("/customers", "filter", filter).code())
                    .as(filter)
                    .isEqualTo("BAD_FILTER");
        }
        assertThat(admin.get("/customers", "filter", filter(photo, "empty", null))
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/customers", "filter", filter("x'or'1", "empty", null))
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void theListSaysOfAConditionOnAnAttributeThatIsGoneThatItIs() {
        JsonObject definition = TestAttributes.define("TEXT");
        String filter = filter(code(definition), "eq", json("\"a\""));
        archive(definition);
        Visit visit = Visit.signedIn(TestUsers.administrator());
        Answer page = visit.get("/customer/list.xhtml?filter="
                + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Thuộc tính " + code(definition) + "” không còn được dùng");
    }

    @Test
    void aSavedFilterOnAnAttributeThatWasDeletedSaysSo() {
        JsonObject definition = TestAttributes.define("TEXT");
        String code = code(definition);
        JsonObject filter = json(filter(code, "empty", null)).asJsonObject();
        Answer saved = admin.post(
                "/saved-filters",
                Json.createObjectBuilder()
                        .add("name", "Lọc " + code)
                        .add("filter", filter)
                        .build());
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        assertThat(admin.delete("/customer-attributes/" + id(definition) + "?version=1")
                        .status())
                .isEqualTo(204);
        JsonObject problem =
                admin.get("/saved-filters/" + id(saved.json())).json().getJsonObject("problem");
        assertThat(problem.getString("code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(problem.getJsonArray("arguments").getString(0)).isEqualTo("attr." + code);
        Answer bulk = admin.post(
                "/bulk-actions",
                Json.createObjectBuilder()
                        .add("action", "follow")
                        .add("filter", filter)
                        .add("expected", 1)
                        .build());
        assertThat(bulk.code()).isEqualTo("UNKNOWN_FIELD");
        Answer map = admin.get("/customers/map", "filter", filter.toString());
        assertThat(map.code()).isEqualTo("UNKNOWN_FIELD");
        Visit visit = Visit.signedIn(TestUsers.administrator());
        Answer page = visit.get("/customer/list.xhtml?filter="
                + java.net.URLEncoder.encode(filter.toString(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.body()).contains(code + "” không còn được dùng");
    }

    @Test
    void aSelectionByAnAttributeIsThatOfTheList() {
        String code = code(TestAttributes.define("CHOICE", "A", "B"));
        JsonObject one = created(object(code, json("\"A\"")));
        created(object(code, json("\"B\"")));
        Answer bulk = admin.post(
                "/bulk-actions",
                Json.createObjectBuilder()
                        .add("action", "follow")
                        .add("filter", json(filter(code, "eq", json("\"A\""))))
                        .add("expected", 1)
                        .build());
        assertThat(bulk.status()).as(bulk.body()).isEqualTo(202);
        Answer map = admin.get("/customers/map", "filter", filter(code, "eq", json("\"A\"")));
        assertThat(map.status()).as(map.body()).isEqualTo(200);
        assertThat(found(filter(code, "eq", json("\"A\"")))).containsExactly(id(one));
    }

    // --- imports

    @Test
    void columnsAreGuessedByNameOrCodeAndCheckedByTheSameCode() {
        JsonObject size = TestAttributes.define("CHOICE", "A", "B");
        JsonObject area = TestAttributes.define("NUMBER");
        JsonObject opened = TestAttributes.define("DATE");
        String word = Unique.word();
        String csv = String.join(
                        ",",
                        "Mã KH",
                        "Tên khách hàng",
                        size.getString("nameVi"),
                        code(area),
                        opened.getString("nameEn"))
                + "\n" + word + "1,Lan " + word + ",chọn b,\"1.250,5\",45000"
                + "\n" + word + "2,Nam " + word + ",Z,1,05/03/2020"
                + "\n" + word + "3,Hoa " + word + ",A,1e400,31/02/2020\n";
        JsonObject run = TestImports.ended(admin, TestImports.sendCsv(admin, csv, "{}"));
        assertThat(run.getJsonObject("mapping").getString(size.getString("nameVi")))
                .isEqualTo("attr." + code(size));
        assertThat(TestImports.count(run, "created")).as(run.toString()).isEqualTo(1);
        assertThat(TestImports.count(run, "refused")).isEqualTo(2);
        JsonObject lan = admin.get("/customers", "q", word + "1").items().getJsonObject(0);
        assertThat(lan.getJsonObject("attributes"))
                .isEqualTo(Json.createObjectBuilder()
                        .add(code(size), "B")
                        .add(code(area), json("1250.5"))
                        .add(code(opened), "2023-03-15")
                        .build());
        assertThat(Db.texts(
                        "select error_code || ' ' || error_field from import_row where run_id = ? and error_code is not null order by row_no",
                        run.getJsonNumber("id").longValue()))
                .containsExactly("UNKNOWN_OPTION attributes." + code(size), "BAD_NUMBER attributes." + code(area));
    }

    @Test
    void anOverwritingImportChangesTheAttributesItNamesAlone() {
        JsonObject one = TestAttributes.define("TEXT");
        JsonObject two = TestAttributes.define("TEXT");
        JsonObject customer = created(Json.createObjectBuilder()
                .add(code(one), "a")
                .add(code(two), "b")
                .build());
        String code = customer.getString("code");
        String csv = "Mã KH," + code(two) + "\n" + code + ",B\n" + code + ",Ʃ\n";
        JsonObject run = TestImports.ended(admin, TestImports.sendCsv(admin, csv, "{\"onMatch\":\"OVERWRITE\"}"));
        assertThat(TestImports.count(run, "updated")).as(run.toString()).isEqualTo(2);
        JsonObject now = admin.get("/customers/" + id(customer)).json();
        assertThat(now.getJsonObject("attributes"))
                .isEqualTo(Json.createObjectBuilder()
                        .add(code(one), "a")
                        .add(code(two), "Ʃ")
                        .build());
        assertThat(Db.text(
                        "select before::text || ' ' || after::text from audit_entry where entity = 'customer' and entity_id = ? and action = 'UPDATE'",
                        id(customer)))
                .isEqualTo("{\"attributes.%1$s\": \"b\"} {\"attributes.%1$s\": \"Ʃ\"}".formatted(code(two)));
        JsonObject again = TestImports.ended(
                admin,
                TestImports.sendCsv(admin, "Mã KH," + code(two) + "\n" + code + ",Ʃ\n", "{\"onMatch\":\"OVERWRITE\"}"));
        assertThat(TestImports.count(again, "unchanged")).isEqualTo(1);
    }

    // --- helpers

    private Answer define(String code, String name, String type, String... choices) {
        return admin.post("/customer-attributes", TestAttributes.body(code, name, type, choices));
    }

    private JsonObject requiredFor(String kind) {
        String code = "t" + Unique.word().toLowerCase(java.util.Locale.ROOT);
        JsonObjectBuilder body = Json.createObjectBuilder(TestAttributes.body(code, code, "TEXT"));
        Answer made = admin.post(
                "/customer-attributes",
                body.add("required", true)
                        .add("kinds", Json.createArrayBuilder().add(kind))
                        .build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private Answer redefined(JsonObject definition, String name, JsonValue value) {
        return admin.patch(
                "/customer-attributes/" + id(definition),
                Json.createObjectBuilder()
                        .add("version", definition.getInt("version"))
                        .add(name, value)
                        .build());
    }

    private void archive(JsonObject definition) {
        assertThat(redefined(definition, "archived", JsonValue.TRUE).status()).isEqualTo(200);
    }

    private JsonObject created(JsonObject attributes) {
        return created(attributes, "INDIVIDUAL");
    }

    private JsonObject created(JsonObject attributes, String kind) {
        Answer made = admin.post("/customers", customer(attributes, kind));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static JsonObject customer(JsonObject attributes) {
        return customer(attributes, "INDIVIDUAL");
    }

    private static JsonObject customer(JsonObject attributes, String kind) {
        return Json.createObjectBuilder()
                .add("name", "Khách " + Unique.word())
                .add("kind", kind)
                .add("attributes", attributes)
                .build();
    }

    private JsonObject patched(JsonObject customer, JsonObject attributes) {
        Answer changed = patch(customer, attributes);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        return changed.json();
    }

    private Answer patch(JsonObject customer, JsonObject attributes) {
        return admin.patch(
                "/customers/" + id(customer),
                Json.createObjectBuilder()
                        .add("version", customer.getInt("version"))
                        .add("attributes", attributes)
                        .build());
    }

    private List<Long> found(String filter) {
        return ids(admin.get("/customers", "filter", filter));
    }

    private static List<Long> ids(Answer list) {
        return list.items().getValuesAs(JsonObject.class).stream()
                .map(CustomerAttributesApiIT::id)
                .toList();
    }

    private static String filter(String code, String op, JsonValue value) {
        JsonObjectBuilder condition =
                Json.createObjectBuilder().add("field", "attr." + code).add("op", op);
        return (value == null ? condition : condition.add("value", value))
                .build()
                .toString();
    }

    private static void assertRefused(Answer refused, String field, String code) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.errors().getValuesAs(JsonObject.class)).anySatisfy(error -> {
            assertThat(error.getString("field")).isEqualTo(field);
            assertThat(error.getString("code")).isEqualTo(code);
            assertThat(error.getString("message")).isNotBlank().isNotEqualTo(code);
        });
    }

    private static JsonObject attributes(String code, JsonValue value) {
        return object(code, value);
    }

    private static JsonObject object(String name, JsonValue value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new java.io.StringReader(text))) {
            return reader.readValue();
        }
    }

    private static String code(JsonObject definition) {
        return definition.getString("code");
    }

    private static long id(JsonObject object) {
        return object.getJsonNumber("id").longValue();
    }
}
