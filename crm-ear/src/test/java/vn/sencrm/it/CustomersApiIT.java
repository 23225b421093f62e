package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;

/** Customers by REST: register, read, change, list, filter, search; and what each caller may see (SEC-2). */
class CustomersApiIT {

    private final Api admin = Api.of(TestUsers.administrator());

    // --- registering

    @Test
    void aCustomerOfEveryFieldIsReadBackAsItWasGiven() {
        String name = "Công ty " + Unique.word();
        Answer created = admin.post(
                "/customers?onDuplicate=allow",
                customer(name)
                        .add("kind", "ORGANIZATION")
                        .add("stage", "ACCOUNT")
                        .add("phones", array("0912 345 678", "+84 24 3936 3636"))
                        .add(
                                "emails",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("value", "Lan@Example.VN")
                                                .add("label", "Kế toán")))
                        .add("websites", array("https://example.vn"))
                        .add(
                                "addresses",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("street", "12 Lý Thường Kiệt")
                                                .add("province", "Hà Nội")
                                                .add("lat", 21.02)
                                                .add("lon", 105.85)))
                        .add("taxCode", Unique.goodTaxCode())
                        .add("birthday", "2001-02-03")
                        .add("status", "NEW")
                        .add("category", "Đại lý")
                        .add("tier", "GOLD")
                        .add("source", "Website")
                        .add("owner", Sen.ADMIN)
                        .add("tags", array("VIP " + name, "Mới"))
                        .add("industry", "Bán lẻ")
                        .add("notes", "Dòng một\nDòng hai")
                        .build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonObject json = created.json();
        assertThat(created.header("Location"))
                .isEqualTo(Sen.baseUrl() + "/api/v1/customers/" + json.getJsonNumber("id"));
        assertThat(json).isEqualTo(get(json).json());
        assertThat(json.getInt("version")).isEqualTo(1);
        assertThat(json.getString("code")).matches("KH\\d{6,}");
        assertThat(json.getString("name")).isEqualTo(name);
        assertThat(json.getJsonArray("emails").getJsonObject(0).getString("label"))
                .isEqualTo("Kế toán");
        assertThat(json.getJsonArray("addresses").getJsonObject(0).getString("provinceCode"))
                .isEqualTo("01");
        assertThat(json.getString("category")).isEqualTo("AGENT");
        assertThat(json.getString("source")).isEqualTo("WEBSITE");
        assertThat(json.getString("owner")).isEqualTo(Sen.ADMIN);
        assertThat(json.getString("birthday")).isEqualTo("2001-02-03");
        assertThat(json.getString("notes")).isEqualTo("Dòng một\nDòng hai");
        assertThat(json.getJsonArray("tags")).hasSize(2);
        assertThat(Instant.parse(json.getString("createdAt"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void withoutAnOwnerTheCustomerBelongsToTheCaller() {
        TestUser staff = TestUsers.staff();
        JsonObject created = created(Api.of(staff), customer(Unique.word()).build());
        assertThat(created.getString("owner")).isEqualTo(staff.username());
        assertThat(created.getString("stage")).isEqualTo("LEAD");
        assertThat(created.getString("kind")).isEqualTo("INDIVIDUAL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phones     | 091234567          | BAD_PHONE         | phones[0]",
                "phones     | 9.12E+08           | PHONE_SCIENTIFIC  | phones[0]",
                "phones     | 0123               | BAD_PHONE         | phones[0]",
                "emails     | a@b                | BAD_EMAIL         | emails[0]",
                "emails     | không phải email   | BAD_EMAIL         | emails[0]",
                "taxCode    | 12345              | BAD_TAX_CODE      | taxCode",
                "citizenId  | 12345              | BAD_CITIZEN_ID    | citizenId",
                "birthday   | 31/02/2020         | BAD_DATE          | birthday",
                "birthday   | hôm qua            | BAD_DATE          | birthday",
                "websites   | http:// x          | BAD_URL           | websites[0]",
                "status     | Không có           | UNKNOWN_OPTION    | status",
                "kind       | ROBOT              | UNKNOWN_OPTION    | kind",
                "stage      | XONG               | UNKNOWN_OPTION    | stage",
                "gender     | khác lạ            | UNKNOWN_OPTION    | gender",
                "owner      | nobody-of-this-name| UNKNOWN_OWNER     | owner",
                "account    | KHONG-CO           | UNKNOWN_OPTION    | account",
                "code       | có dấu cách        | BAD_CODE          | code"
            })
    void aValueThatIsWrongIsRefusedAtItsField(String field, String value, String code, String at) {
        JsonObject body = customer(Unique.word()).add(field, value).build();
        for (String language : List.of("vi", "en")) {
            Answer refused = admin.in(language).post("/customers", body);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.code()).isEqualTo("INVALID_INPUT");
            assertThat(refused.errors()).hasSize(1);
            JsonObject error = refused.errors().getJsonObject(0);
            assertThat(error.getString("field")).isEqualTo(at);
            assertThat(error.getString("code")).isEqualTo(code);
            assertThat(error.getString("message")).isNotBlank().doesNotContain("???", "{0}");
        }
        assertThat(message(admin.in("vi"), body)).isNotEqualTo(message(admin.in("en"), body));
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        Answer refused = admin.post(
                "/customers",
                Json.createObjectBuilder()
                        .add("phones", array("0912345678", "12"))
                        .add("birthday", "x")
                        .add("taxCode", "1")
                        .build());
        assertThat(refused.errors().getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("phones[1]", "birthday", "taxCode", "name");
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithItsLimit() {
        Answer refused =
                admin.in("en").post("/customers", customer("x".repeat(251)).build());
        assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("TOO_LONG");
        assertThat(refused.errors().getJsonObject(0).getString("message")).contains("250");
        assertThat(admin.post("/customers", customer("x".repeat(250)).build()).status())
                .isEqualTo(201);
    }

    @Test
    void whatIsAcceptedWithDoubtIsToldAsAWarning() {
        String taxCode = Unique.doubtfulTaxCode();
        JsonObject created = created(
                admin,
                customer(Unique.word())
                        .add("taxCode", taxCode)
                        .add("phones", array("912345678"))
                        .build());
        assertThat(created.getJsonArray("warnings").getValuesAs(JsonObject.class))
                .extracting(warning -> warning.getString("code"))
                .contains("TAX_CHECKSUM");
        assertThat(created.getString("taxCode")).isEqualTo(taxCode);
    }

    @Test
    void aCodeIsTakenOnceWithoutRegardToCase() {
        String code = "Ma-" + Unique.number();
        created(admin, customer(Unique.word()).add("code", code).build());
        Answer refused = admin.post(
                "/customers",
                customer(Unique.word()).add("code", code.toUpperCase()).build());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("CODE_TAKEN");
    }

    @Test
    void theGeneratorGoesOnBehindTypedCodes() {
        long next = Db.number("select last_value from customer_code_seq") + 3;
        created(
                admin,
                customer(Unique.word())
                        .add("code", "KH" + String.format("%06d", next))
                        .build());
        JsonObject generated = created(admin, customer(Unique.word()).build());
        assertThat(Long.parseLong(generated.getString("code").substring(2))).isGreaterThan(next);
    }

    @Test
    void anUnknownMemberIsRefused() {
        Answer refused = admin.post(
                "/customers", customer(Unique.word()).add("nickname", "x").build());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(refused.json().getString("detail")).contains("nickname");
    }

    // --- reading and changing

    @Test
    void aChangeMovesTheVersionAndLeavesTheRest() {
        JsonObject created = created(
                admin,
                customer(Unique.word()).add("phones", array("0912345678")).build());
        Answer changed = patch(admin, created, 1, "notes", "Ghi chú");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getInt("version")).isEqualTo(2);
        assertThat(changed.json().getString("notes")).isEqualTo("Ghi chú");
        assertThat(changed.json().getJsonArray("phones")).isEqualTo(created.getJsonArray("phones"));
    }

    @Test
    void theSameValueAgainIsNoChange() {
        JsonObject created = created(admin, customer(Unique.word()).build());
        assertThat(patch(admin, created, 1, "name", created.getString("name"))
                        .json()
                        .getInt("version"))
                .isEqualTo(1);
        assertThat(audit(created)).hasSize(1);
    }

    @Test
    void nullClearsAFieldButNotTheName() {
        JsonObject created =
                created(admin, customer(Unique.word()).add("notes", "x").build());
        JsonObject cleared = admin.patch(
                        path(created),
                        Json.createObjectBuilder()
                                .add("version", 1)
                                .addNull("notes")
                                .build())
                .json();
        assertThat(cleared.isNull("notes")).isTrue();
        Answer refused = admin.patch(
                path(created),
                Json.createObjectBuilder().add("version", 2).addNull("name").build());
        assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("REQUIRED");
    }

    @Test
    void twoWhoChangedDifferentFieldsDoNotConflict() {
        JsonObject created = created(admin, customer(Unique.word()).build());
        assertThat(patch(admin, created, 1, "notes", "của tôi").status()).isEqualTo(200);
        Answer stale = patch(admin, created, 1, "jobTitle", "Giám đốc");
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.json().getString("notes")).isEqualTo("của tôi");
    }

    @Test
    void twoWhoChangedTheSameFieldConflictWithBaseTheirsAndMine() {
        JsonObject created =
                created(admin, customer(Unique.word()).add("notes", "gốc").build());
        TestUser other = TestUsers.administrator();
        patch(Api.of(other), created, 1, "notes", "của họ");
        Answer refused = patch(admin, created, 1, "notes", "của tôi");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("STALE");
        JsonArray conflicts = refused.json().getJsonArray("conflicts");
        assertThat(conflicts).hasSize(1);
        JsonObject conflict = conflicts.getJsonObject(0);
        assertThat(conflict.getString("field")).isEqualTo("notes");
        assertThat(conflict.getString("base")).isEqualTo("gốc");
        assertThat(conflict.getString("theirs")).isEqualTo("của họ");
        assertThat(conflict.getString("mine")).isEqualTo("của tôi");
        assertThat(get(created).json().getString("notes")).isEqualTo("của họ");
        assertThat(patch(admin, created, 2, "notes", "của tôi").status()).isEqualTo(200);
    }

    @Test
    void aChangeWithoutAVersionIsRefused() {
        JsonObject created = created(admin, customer(Unique.word()).build());
        Answer refused = admin.patch(
                path(created), Json.createObjectBuilder().add("notes", "x").build());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/customers/0", "/customers/999999999999", "/customers/abc", "/customers/9223372036854775808"})
    void whatDoesNotExistIsNotFound(String path) {
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.patch(
                                path,
                                Json.createObjectBuilder().add("version", 1).build())
                        .status())
                .isEqualTo(404);
    }

    // --- audit

    @Test
    void everyChangeIsAuditedWithWhoByWhatFromWhatAndToWhat() {
        TestUser user = TestUsers.administrator();
        JsonObject created =
                created(Api.of(user), customer(Unique.word()).add("notes", "cũ").build());
        patch(Api.of(user), created, 1, "notes", "mới");
        assertThat(audit(created)).containsExactly("CREATE API " + user.id() + " 1", "UPDATE API " + user.id() + " 2");
        assertThat(Db.text(
                        "select (before ->> 'notes') || '>' || (after ->> 'notes') from audit_entry"
                                + " where entity = 'customer' and entity_id = ? and action = 'UPDATE'",
                        id(created)))
                .isEqualTo("cũ>mới");
    }

    @Test
    void theAuditCannotBeChangedOrDeleted() {
        JsonObject created = created(admin, customer(Unique.word()).build());
        for (String sql : List.of(
                "update audit_entry set action = 'X' where entity_id = ?",
                "delete from audit_entry where entity_id = ?")) {
            assertThatThrownBy(() -> Db.update(sql, id(created))).hasMessageContaining("append-only");
        }
        assertThat(audit(created)).hasSize(1);
    }

    // --- lists

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-updatedAt",
                "updatedAt",
                "-createdAt",
                "createdAt",
                "name",
                "-name",
                "code",
                "-status",
                "owner",
                "birthday"
            })
    void aWalkThroughTheListHasNoGapsAndNoRepeatsWhileRowsShareOneTime(String sort) {
        TestUser owner = TestUsers.staff();
        List<Long> ids = TestCustomers.sharingOneTime(owner, 53);
        List<Long> seen = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        String after = "";
        String previous = null;
        do {
            Answer page = Api.of(owner).get("/customers", "sort", sort, "size", "10", "after", after);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.json().getInt("total")).isEqualTo(53);
            page.items().getValuesAs(JsonObject.class).forEach(item -> seen.add(id(item)));
            previous = page.json().getString("previous", null);
            after = page.json().getString("next", null);
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
        while (previous != null) {
            Answer page = Api.of(owner).get("/customers", "sort", sort, "size", "10", "after", previous);
            page.items().getValuesAs(JsonObject.class).forEach(item -> back.add(id(item)));
            previous = page.json().getString("previous", null);
        }
        assertThat(new HashSet<>(back)).hasSize(50).isSubsetOf(new HashSet<>(seen));
    }

    @Test
    void inAnyOtherOrderThoseWithoutAValueComeLastInEitherDirection() {
        TestUser owner = TestUsers.staff();
        Api api = Api.of(owner);
        created(
                api,
                customer("Một")
                        .add("status", "QUOTED")
                        .add("birthday", "1990-01-01")
                        .build());
        created(api, customer("Hai").build());
        created(
                api,
                customer("Ba")
                        .add("status", "NEW")
                        .add("birthday", "1985-01-01")
                        .build());
        created(api, customer("Bốn").add("status", "NEW").build());
        assertThat(walk(api, "status")).containsExactly("Ba", "Bốn", "Một", "Hai");
        assertThat(walk(api, "-status")).containsExactly("Một", "Bốn", "Ba", "Hai");
        assertThat(walk(api, "birthday")).containsExactly("Ba", "Một", "Hai", "Bốn");
        assertThat(walk(api, "-birthday")).containsExactly("Một", "Ba", "Bốn", "Hai");
        for (String field : List.of(
                "kind",
                "stage",
                "category",
                "source",
                "tier",
                "owner",
                "creator",
                "team",
                "account",
                "score",
                "stars",
                "supplier",
                "gender",
                "phones",
                "emails",
                "address.province",
                "address.commune",
                "taxCode",
                "citizenId",
                "jobTitle",
                "industry",
                "companySize",
                "code")) {
            assertThat(walk(api, field)).as(field).hasSize(4).doesNotHaveDuplicates();
        }
    }

    /** The names in an order, read two at a time. */
    private static List<String> walk(Api api, String sort) {
        List<String> names = new ArrayList<>();
        for (String after = ""; after != null; ) {
            Answer page = api.get("/customers", "sort", sort, "size", "2", "after", after);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.items().getValuesAs(JsonObject.class).forEach(item -> names.add(item.getString("name")));
            after = page.json().getString("next", null);
        }
        return names;
    }

    @Test
    void aCursorOfAnotherFilterOrSortIsRefused() {
        TestUser owner = TestUsers.staff();
        TestCustomers.sharingOneTime(owner, 12);
        Api api = Api.of(owner);
        String next = api.get("/customers", "size", "10").json().getString("next");
        for (String[] other : new String[][] {
            {"sort", "name", "after", next},
            {"q", "khác", "after", next},
            {"filter", filter("kind", "eq", "SHOP"), "after", next},
            {"after", next.substring(0, next.length() - 4)},
            {"after", "xyz"}
        }) {
            Answer refused = api.get("/customers", other);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("CURSOR_MISMATCH");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "99999999999"})
    void aSizeOutOfRangeIsRefused(String size) {
        Answer refused = admin.get("/customers", "size", size);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("size");
    }

    @Test
    void theSizeDefaultsToFiftyAndGoesToTwoHundred() {
        TestUser owner = TestUsers.staff();
        TestCustomers.sharingOneTime(owner, 210);
        assertThat(Api.of(owner).get("/customers").items()).hasSize(50);
        assertThat(Api.of(owner).get("/customers", "size", "200").items()).hasSize(200);
    }

    @Test
    void unknownSortAndFilterFieldsAreNamed() {
        Answer sort = admin.get("/customers", "sort", "password");
        assertThat(sort.status()).isEqualTo(400);
        assertThat(sort.code()).isEqualTo("UNKNOWN_FIELD");
        Answer filter = admin.get("/customers", "filter", filter("password", "eq", "x"));
        assertThat(filter.status()).isEqualTo(400);
        assertThat(filter.code()).isEqualTo("UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"and\":[]}x",
                "{\"field\":\"kind\",\"op\":\"like\",\"value\":\"x\"}",
                "{\"field\":\"createdAt\",\"op\":\"gt\",\"value\":\"hôm qua\"}",
                "{\"field\":\"score\",\"op\":\"eq\",\"value\":\"nhiều\"}",
                "{\"field\":\"name\"}",
                "{\"field\":\"kind\",\"op\":\"in\",\"value\":\"SHOP\"}"
            })
    void aFilterThatCannotBeReadIsRefusedWithItsPlace(String filter) {
        Answer refused = admin.get("/customers", "filter", filter);
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("BAD_FILTER");
    }

    @Test
    void aFilterFindsByWhatItSays() {
        String word = Unique.word();
        JsonObject shop = created(
                admin,
                customer("Cửa hàng " + word)
                        .add("kind", "SHOP")
                        .add("status", "QUOTED")
                        .add("tags", array(word))
                        .build());
        JsonObject person = created(
                admin,
                customer("Nguyễn Văn " + word)
                        .add("birthday", "1990-05-06")
                        .add("phones", array("0987 654 321"))
                        .build());
        assertThat(found(word, filter("kind", "eq", "SHOP"))).containsExactly(id(shop));
        assertThat(found(word, filter("kind", "ne", "SHOP"))).containsExactly(id(person));
        assertThat(found(word, filter("status", "eq", "Báo giá"))).containsExactly(id(shop));
        assertThat(found(word, filter("tags", "eq", word.toUpperCase()))).containsExactly(id(shop));
        assertThat(found(word, filter("phones", "eq", "+84987654321"))).containsExactly(id(person));
        assertThat(found(word, filter("name", "starts", "nguyen van"))).containsExactly(id(person));
        assertThat(found(word, "{\"field\":\"birthday\",\"op\":\"empty\"}")).containsExactly(id(shop));
        assertThat(found(word, filter("createdAt", "within", "today"))).hasSize(2);
        assertThat(found(
                        word,
                        "{\"not\":{\"or\":[" + filter("kind", "eq", "SHOP") + "," + filter("kind", "eq", "HOUSEHOLD")
                                + "]}}"))
                .containsExactly(id(person));
        assertThat(found(word, filter("owner", "eq", "$me"))).hasSize(2);
    }

    @Test
    void aProvinceIsThatOfAnyAddressAndWhoHasNoneIsInNoOther() {
        String word = Unique.word();
        JsonObject both = created(admin, living(word, "Hà Nội", "Cần Thơ"));
        JsonObject one = created(admin, living(word, "Cần Thơ"));
        JsonObject none = created(admin, living(word));

        assertThat(found(word, filter("address.province", "eq", "thanh pho ha noi")))
                .containsExactly(id(both));
        assertThat(found(word, filter("address.province", "eq", "92"))).containsExactlyInAnyOrder(id(both), id(one));
        assertThat(found(word, filter("address.province", "ne", "01"))).containsExactlyInAnyOrder(id(one), id(none));
        assertThat(found(word, "{\"field\":\"address.province\",\"op\":\"empty\"}"))
                .containsExactly(id(none));
        assertThat(found(word, "{\"field\":\"address.province\",\"op\":\"notempty\"}"))
                .containsExactlyInAnyOrder(id(both), id(one));
    }

    private static JsonObject living(String word, String... provinces) {
        JsonArrayBuilder addresses = Json.createArrayBuilder();
        List.of(provinces)
                .forEach(province -> addresses.add(
                        Json.createObjectBuilder().add("street", "1").add("province", province)));
        return customer("Phan " + word).add("addresses", addresses).build();
    }

    // --- search

    @ParameterizedTest
    @ValueSource(strings = {"nguyen thuy %s", "%s NGUYỄN THÚY", "nguyễn thuý %s", "  %s   nguyen  ", "uyen thu %s"})
    void aNameIsFoundWithoutDiacriticsInAnyOrder(String search) {
        String word = Unique.word();
        JsonObject created =
                created(admin, customer("Nguyễn Thúy " + word + " Đào").build());
        assertThat(search(admin, search.formatted(word))).containsExactly(id(created));
    }

    @Test
    void dIsFoundAsStrokedDAndNoOtherNameIs() {
        String word = Unique.word();
        JsonObject created = created(admin, customer("Đặng Đức " + word).build());
        created(admin, customer("Lê Lợi " + word).build());
        assertThat(search(admin, "dang duc " + word)).containsExactly(id(created));
    }

    @Test
    void aPhoneIsFoundInEveryWrittenForm() {
        String phone = Unique.phone();
        JsonObject created = created(
                admin, customer(Unique.word()).add("phones", array(phone)).build());
        String rest = phone.substring(1);
        for (String written : List.of(
                phone,
                "+84" + rest,
                "84" + rest,
                "0084" + rest,
                rest,
                phone.substring(0, 4) + " " + phone.substring(4, 7) + " " + phone.substring(7),
                phone.substring(0, 4) + "." + phone.substring(4, 7) + "." + phone.substring(7),
                "(+84) " + rest.substring(0, 3) + "-" + rest.substring(3),
                phone.substring(3))) {
            assertThat(search(admin, written)).as("written as %s", written).contains(id(created));
        }
    }

    @Test
    void aCustomerIsFoundByEmailCodeAndTaxCode() {
        String word = Unique.word();
        String code = "S-" + Unique.number();
        JsonObject created = created(
                admin,
                customer(word)
                        .add("emails", array(word + "@Example.vn"))
                        .add("code", code)
                        .build());
        assertThat(search(admin, word.toUpperCase() + "@example.VN")).containsExactly(id(created));
        assertThat(search(admin, code.toLowerCase())).containsExactly(id(created));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\\", "\" or 1=1", "%00", "😀", "a&b|c:*"})
    void aSearchOfOddSignsIsOnlyASearch(String search) {
        assertThat(admin.get("/customers", "q", search).status()).isEqualTo(200);
    }

    // --- who sees what

    @Test
    void whoGivesACustomerAwayIsToldSoAndDoesNotSeeItAnyMore() {
        TestUser mine = TestUsers.staff();
        TestUser other = TestUsers.staff();
        JsonObject customer = created(
                admin,
                customer("Giao đi " + Unique.word())
                        .add("owner", mine.username())
                        .build());

        Answer given = patch(Api.of(mine), customer, 1, "owner", other.username());

        assertThat(given.status()).as(given.body()).isEqualTo(204);
        assertThat(Api.of(mine).get(path(customer)).status()).isEqualTo(404);
        assertThat(Api.of(other).get(path(customer)).json().getString("owner")).isEqualTo(other.username());
    }

    @Test
    void staffSeeWhatTheyOwnOrCreatedAndNothingElse() {
        TestUser mine = TestUsers.staff();
        TestUser other = TestUsers.staff();
        String word = Unique.word();
        JsonObject owned = created(
                admin, customer("Của tôi " + word).add("owner", mine.username()).build());
        JsonObject given = created(
                Api.of(mine),
                customer("Tôi tạo " + word).add("owner", other.username()).build());
        JsonObject foreign = created(
                admin, customer("Của họ " + word).add("owner", other.username()).build());

        Api api = Api.of(mine);
        assertThat(search(api, word)).containsExactlyInAnyOrder(id(owned), id(given));
        assertThat(api.get("/customers", "q", word, "count", "exact").json().getInt("total"))
                .isEqualTo(2);
        assertThat(search(admin, word)).hasSize(3);
        for (String sort : List.of("-updatedAt", "name", "createdAt")) {
            assertThat(api.get("/customers", "sort", sort, "q", word).items()).hasSize(2);
        }
        assertThat(api.get(path(given)).status()).isEqualTo(200);
        assertThat(api.get(path(foreign)).status()).isEqualTo(404);
        assertThat(patch(api, foreign, 1, "notes", "x").status()).isEqualTo(404);
        assertThat(api.get(path(foreign)).body())
                .isEqualTo(api.get("/customers/999999999999").body());
        assertThat(get(foreign).json().isNull("notes")).isTrue();
    }

    @Test
    void withoutTheRightNothingIsDone() {
        Api operator = Api.of(TestUsers.create("OPERATOR"));
        JsonObject created = created(admin, customer(Unique.word()).build());
        assertThat(operator.get("/customers").status()).isEqualTo(403);
        assertThat(operator.get(path(created)).status()).isEqualTo(403);
        assertThat(operator.post("/customers", customer(Unique.word()).build()).status())
                .isEqualTo(403);
        assertThat(patch(operator, created, 1, "notes", "x").status()).isEqualTo(403);
        assertThat(operator.get("/customers").code()).isEqualTo("FORBIDDEN");
    }

    // --- malformed requests

    @Test
    void everyFailureIsAProblemWithItsStatus() {
        assertProblem(admin.get("/nowhere"), 404);
        assertProblem(admin.delete("/customers"), 405);
        assertProblem(admin.send("POST", "/customers", "text/plain", BodyPublishers.ofString("x")), 415);
        assertProblem(admin.send("POST", "/customers", "application/json", BodyPublishers.ofString("{x")), 400);
        assertProblem(admin.send("POST", "/customers", "application/json", BodyPublishers.ofString("[]")), 400);
        assertProblem(admin.send("POST", "/customers", "application/json", BodyPublishers.noBody()), 400);
        assertProblem(Api.anonymous().get("/customers"), 401);
    }

    @Test
    void oddShapesInABodyAreTheCallersMistake() {
        for (String body : List.of(
                "{\"name\":{\"a\":1}}",
                "{\"name\":[\"a\"]}",
                "{\"name\":\"a\",\"phones\":[[\"0912345678\"]]}",
                "{\"name\":\"a\",\"phones\":[null]}",
                "{\"name\":\"a\",\"addresses\":[{\"lat\":\"x\",\"lon\":1}]}",
                "{\"name\":\"a\",\"members\":\"x\"}",
                "{\"name\":\"\\u0000\"}")) {
            Answer answer = admin.send(
                    "POST", "/customers?onDuplicate=allow", "application/json", BodyPublishers.ofString(body));
            assertThat(answer.status()).as("%s: %s", body, answer.body()).isIn(201, 400);
        }
    }

    @Test
    void aHugeBodyIsRefused() {
        Answer answer = admin.send(
                "POST",
                "/customers",
                "application/json",
                BodyPublishers.ofString("{\"name\":\"" + "x".repeat(3_000_000) + "\"}"));
        assertThat(answer.status()).isIn(400, 413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void answersCarryTheSecurityHeaders() {
        for (Answer answer : List.of(
                admin.get("/customers"), admin.get("/nowhere"), Api.anonymous().get("/customers"))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Server")).isNull();
            assertThat(answer.header("X-Powered-By")).isNull();
        }
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("code")).isNotBlank();
        assertThat(answer.json().getString("detail")).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "RESTEASY", "vn.sencrm");
    }

    private List<Long> found(String word, String filter) {
        Answer answer = admin.get(
                "/customers", "filter", "{\"and\":[" + filter("name", "contains", word) + "," + filter + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ids(answer);
    }

    private static List<Long> search(Api api, String text) {
        Answer answer = api.get("/customers", "q", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ids(answer);
    }

    private static List<Long> ids(Answer page) {
        return page.items().getValuesAs(JsonObject.class).stream()
                .map(CustomersApiIT::id)
                .toList();
    }

    private static String filter(String field, String op, String value) {
        return Json.createObjectBuilder()
                .add("field", field)
                .add("op", op)
                .add("value", value)
                .build()
                .toString();
    }

    private static String message(Api api, JsonObject body) {
        return api.post("/customers", body).errors().getJsonObject(0).getString("message");
    }

    private static JsonObjectBuilder customer(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private static JsonArray array(String... texts) {
        return Json.createArrayBuilder(List.of(texts)).build();
    }

    private static JsonObject created(Api api, JsonObject body) {
        Answer answer = api.post("/customers?onDuplicate=allow", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer get(JsonObject customer) {
        return admin.get(path(customer));
    }

    private static Answer patch(Api api, JsonObject customer, int version, String field, String value) {
        return api.patch(
                path(customer),
                Json.createObjectBuilder()
                        .add("version", version)
                        .add(field, value)
                        .build());
    }

    private static String path(JsonObject customer) {
        return "/customers/" + id(customer);
    }

    private static long id(JsonObject customer) {
        return customer.getJsonNumber("id").longValue();
    }

    private static List<String> audit(JsonObject customer) {
        return Db.texts(
                "select action || ' ' || cause || ' ' || actor_id || ' ' || version from audit_entry"
                        + " where entity = 'customer' and entity_id = ? order by version",
                id(customer));
    }

    @Test
    void whoSeesNobodyIsOfferedNobodyWhileTyping() {
        Answer offered = Visit.signedIn(TestUsers.staff()).get("/customer/suggest.xhtml?q=nguyen");
        assertThat(offered.status()).isEqualTo(200);
        assertThat(offered.body()).doesNotContain("role=\"option\"");
    }

    @Test
    void membersWithoutAValueAreThereAsNull() {
        JsonObject created = created(admin, customer(Unique.word()).build());
        for (String member :
                List.of("taxCode", "citizenId", "birthday", "status", "category", "tier", "source", "team")) {
            assertThat(created.get(member)).as(member).isEqualTo(JsonValue.NULL);
        }
        assertThat(created.getJsonArray("phones")).isEmpty();
    }
}
