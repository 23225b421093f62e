package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Duplicates by REST (DUP-1 … DUP-3): asked about when saving, listed in groups, called different, found at night. */
class DuplicateApiIT {

    private static final String ALLOW = "?onDuplicate=allow";

    private final TestUser user = TestUsers.staff();
    private final Api api = Api.of(user);
    private final String phone = Unique.phone();

    // ---- when saving

    @Test
    void aPhoneThatSomebodyHasIsAskedAboutAndSavedWhenItIsAnotherCustomer() {
        JsonObject first = create(named("Nguyễn Văn Đức").add("phones", phone));

        Answer asked = api.post(
                "/customers",
                named("Trần Đức").add("phones", "+84" + phone.substring(1)).build());
        assertThat(asked.status()).as(asked.body()).isEqualTo(409);
        assertThat(asked.code()).isEqualTo("DUPLICATE");
        assertThat(asked.json().getBoolean("blocked")).isFalse();
        JsonObject candidate = asked.json().getJsonArray("candidates").getJsonObject(0);
        assertThat(candidate.getInt("id")).isEqualTo(first.getInt("id"));
        assertThat(texts(candidate, "reasons")).containsExactly("PHONE");

        JsonObject second = json(
                201,
                api.post(
                        "/customers" + ALLOW,
                        named("Trần Đức").add("phones", phone).build()));
        assertThat(members(group(first))).containsExactly(first.getInt("id"), second.getInt("id"));
        assertThat(texts(group(first), "reasons")).containsExactly("PHONE");
    }

    @Test
    void aTaxCodeBelongsToOneCustomerWhateverOneSays() {
        String taxCode = Unique.taxCode();
        create(named("Công ty Hoa Sen").add("kind", "ORGANIZATION").add("taxCode", taxCode));
        Answer refused = api.post(
                "/customers" + ALLOW,
                named("Hoa Sen")
                        .add("kind", "ORGANIZATION")
                        .add("taxCode", taxCode)
                        .build());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getBoolean("blocked")).isTrue();
    }

    @Test
    void ofTwoWhoSaveOneTaxCodeAtTheSameTimeOneIsRefused() {
        String taxCode = Unique.taxCode();
        List<CompletableFuture<Answer>> both = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> api.post(
                        "/customers",
                        named("Công ty " + i)
                                .add("kind", "ORGANIZATION")
                                .add("taxCode", taxCode)
                                .build())))
                .toList();
        assertThat(both.stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .sorted())
                .containsExactly(201, 409, 409, 409);
    }

    @Test
    void whoeverLacksTheRightIsNotAsked() {
        create(named("Nguyễn Văn Đức").add("phones", phone));
        Api without = Api.of(TestUsers.withRights("customer.view", "customer.create"));
        Answer refused = without.post(
                "/customers" + ALLOW, named("Trần Đức").add("phones", phone).build());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getBoolean("blocked")).isTrue();
    }

    @Test
    void ofACustomerThatOneMayNotSeeOnlyItsOwnerIsTold() {
        JsonObject first = create(named("Nguyễn Bí Mật").add("phones", phone));
        TestUser other = TestUsers.staff();
        Answer asked = Api.of(other)
                .post("/customers", named("Trần Đức").add("phones", phone).build());
        assertThat(asked.status()).isEqualTo(409);
        JsonObject candidate = asked.json().getJsonArray("candidates").getJsonObject(0);
        assertThat(candidate.keySet()).containsExactlyInAnyOrder("reasons", "keys", "owner");
        assertThat(candidate.getString("owner")).isEqualTo("Người Dùng " + user.username());
        assertThat(asked.body()).doesNotContain("Bí Mật", first.getString("code"));

        JsonObject second = json(
                201,
                Api.of(other)
                        .post(
                                "/customers" + ALLOW,
                                named("Trần Đức").add("phones", phone).build()));
        JsonObject group = group(Api.of(other), second);
        assertThat(group.getInt("size")).isEqualTo(2);
        assertThat(group.getJsonArray("customers").getJsonObject(1).keySet())
                .containsExactlyInAnyOrder("owner", "reasons");
        assertThat(group.toString()).doesNotContain("Bí Mật", first.getString("code"));
        assertThat(Api.of(other)
                        .post("/duplicates/different", ids(first, second))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aChangeIsAskedAboutOnlyWhenItBringsAKey() {
        create(named("Nguyễn Văn Đức").add("phones", phone));
        JsonObject second = json(
                201,
                api.post(
                        "/customers" + ALLOW,
                        named("Trần Đức").add("phones", phone).build()));
        String email = Unique.word() + "@vidu.vn";
        create(named("Lê Lợi").add("emails", email));

        assertThat(patch(second, "", "notes", "Khách quen").status()).isEqualTo(200);
        assertThat(patch(second, "", "emails", email).code()).isEqualTo("DUPLICATE");
        assertThat(patch(second, ALLOW, "emails", email).status()).isEqualTo(200);
    }

    // ---- who is like it

    @Test
    void aCheckTellsWhoIsLikeSomebodyAndWhy() {
        String word = Unique.word();
        JsonObject first = create(Json.createObjectBuilder()
                .add("name", "Nguyễn Văn " + word)
                .add("birthday", "1984-05-17")
                .add("phones", phone));
        JsonArray byName = check(
                Json.createObjectBuilder().add("name", "anh NGUYEN van " + word).add("birthday", "1984-05-17"));
        assertThat(byName).hasSize(1);
        assertThat(texts(byName.getJsonObject(0), "reasons")).containsExactly("NAME", "BIRTHDAY");
        JsonArray bySlip = check(
                Json.createObjectBuilder().add("name", "Nguyễn Vawn " + word).add("birthday", "1984-05-17"));
        assertThat(texts(bySlip.getJsonObject(0), "reasons")).containsExactly("SIMILAR_NAME", "BIRTHDAY");
        assertThat(check(Json.createObjectBuilder().add("name", "Nguyễn Văn " + word)))
                .isEmpty();
        assertThat(check(Json.createObjectBuilder().add("phones", phone).add("id", first.getInt("id"))))
                .isEmpty();
    }

    // ---- groups

    @Test
    void whoHangsTogetherIsOneGroupTheStrongestFirst() {
        String email = Unique.word() + "@vidu.vn";
        JsonObject one = create(named("A").add("phones", phone));
        JsonObject two = json(
                201,
                api.post(
                        "/customers" + ALLOW,
                        named("B").add("phones", phone).add("emails", email).build()));
        JsonObject three = json(
                201,
                api.post("/customers" + ALLOW, named("C").add("emails", email).build()));
        String other = Unique.word() + "@vidu.vn";
        create(named("D").add("emails", other));
        json(201, api.post("/customers" + ALLOW, named("E").add("emails", other).build()));

        Answer first = api.get("/duplicates", "size", "1");
        assertThat(first.json().getInt("total")).isEqualTo(2);
        assertThat(members(first.items().getJsonObject(0)))
                .containsExactly(one.getInt("id"), two.getInt("id"), three.getInt("id"));
        Answer second =
                api.get("/duplicates", "size", "1", "after", first.json().getString("next"));
        assertThat(texts(second.items().getJsonObject(0), "reasons")).containsExactly("EMAIL");
        assertThat(second.json().isNull("next")).isTrue();
        assertThat(api.get("/duplicates", "after", "nonsense").code()).isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void whatIsDeletedLeavesItsGroupAndComesBackWithIt() {
        JsonObject one = create(named("A").add("phones", phone));
        JsonObject two = json(
                201,
                api.post("/customers" + ALLOW, named("B").add("phones", phone).build()));
        Api administrator = Api.of(TestUsers.administrator());
        administrator.delete("/customers/" + two.getInt("id"));
        assertThat(api.get("/duplicates").items()).isEmpty();
        administrator.post(
                "/recycle-bin/" + two.getInt("id") + "/restore",
                Json.createObjectBuilder().build());
        assertThat(members(group(one))).containsExactly(one.getInt("id"), two.getInt("id"));
    }

    @Test
    void whoWasCalledDifferentIsToldOnTheCustomersPageToThoseWhoSeeThem() {
        JsonObject own = create(named("Nguyễn Văn Đức").add("phones", phone));
        TestUser manager = TestUsers.administrator();
        Api all = Api.of(manager);
        String name = "Trần " + Unique.word();
        JsonObject hidden = json(
                201,
                all.post("/customers" + ALLOW, named(name).add("phones", phone).build()));
        all.post("/duplicates/different", ids(own, hidden));
        String page = "/customer/detail.xhtml?id=" + id(own);

        assertThat(Visit.signedIn(manager).get(page).body()).contains("duplicate-different", name);
        assertThat(Visit.signedIn(user).get(page).body()).doesNotContain("duplicate-different", name);
    }

    @Test
    void aPairThatIsCalledDifferentComesBackOnlyWhenItSharesSomethingElse() {
        JsonObject one = create(named("A").add("phones", phone));
        JsonObject two = json(
                201,
                api.post("/customers" + ALLOW, named("B").add("phones", phone).build()));
        assertThat(api.post("/duplicates/different", ids(one, two)).status()).isEqualTo(204);
        assertThat(api.get("/duplicates").items()).isEmpty();

        patch(two, "", "notes", "Người nhà");
        patch(two, "", "phones", Unique.phone());
        patch(two, ALLOW, "phones", phone);
        nightly();
        assertThat(api.get("/duplicates").items()).isEmpty();

        String email = Unique.word() + "@vidu.vn";
        patch(one, "", "emails", email);
        patch(two, ALLOW, "emails", email);
        assertThat(texts(group(one), "reasons")).containsExactly("PHONE", "EMAIL");
    }

    @Test
    void callingTwoDifferentAndTakingItBackStandsInTheHistoryOfBoth() {
        JsonObject one = create(named("A").add("phones", phone));
        JsonObject two = json(
                201,
                api.post("/customers" + ALLOW, named("B").add("phones", phone).build()));
        api.post("/duplicates/different", ids(one, two));
        Answer back = api.send(
                "DELETE",
                "/duplicates/different",
                "application/json",
                BodyPublishers.ofString(ids(one, two).toString()));
        assertThat(back.status()).as(back.body()).isEqualTo(204);
        assertThat(members(group(one))).containsExactly(one.getInt("id"), two.getInt("id"));
        for (JsonObject customer : List.of(one, two)) {
            assertThat(Db.texts(
                            "select action from audit_entry where entity = 'customer' and entity_id = ?"
                                    + " and action like '%DIFFERENT' order by at",
                            customer.getInt("id")))
                    .containsExactly("DIFFERENT", "NOT_DIFFERENT");
            assertThat(api.get("/customers/" + customer.getInt("id")).json().getInt("version"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsNoPairIsRefused() {
        JsonObject one = create(named("A"));
        assertThat(api.post("/duplicates/different", ids(one, one)).status()).isEqualTo(400);
        assertThat(api.post(
                                "/duplicates/different",
                                Json.createObjectBuilder().add("ids", "x").build())
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/duplicates/different", Json.createObjectBuilder().build())
                        .status())
                .isEqualTo(400);
    }

    // ---- at night

    @Test
    void theNightFindsAllPairsAndChangesNothingWhereNothingChanged() {
        String word = Unique.word();
        JsonObject one = create(named("A").add("phones", phone));
        JsonObject two = json(
                201,
                api.post("/customers" + ALLOW, named("B").add("phones", phone).build()));
        JsonObject three =
                create(Json.createObjectBuilder().add("name", "Lê Thị " + word).add("birthday", "1990-02-03"));
        JsonObject four =
                create(Json.createObjectBuilder().add("name", "Lê Thij " + word).add("birthday", "1991-02-03"));
        Db.update("delete from duplicate_pair where low_id = ?", (long) one.getInt("id"));
        Db.update("delete from duplicate_member where customer_id in (?, ?)", id(one), id(two));
        Db.update("update customer set birthday = '1990-02-03' where id = ?", id(four));

        nightly();

        assertThat(members(group(one))).containsExactly(one.getInt("id"), two.getInt("id"));
        assertThat(texts(group(three), "reasons")).containsExactly("SIMILAR_NAME", "BIRTHDAY");
        String before = written(one, three);
        nightly();
        assertThat(written(one, three)).isEqualTo(before);
    }

    @Test
    void neighboursWhoseNamesAreInAnotherOrderArePossibleDuplicatesWhenSavedAndByNight() {
        String word = Unique.word();
        String commune = "P" + Unique.number();
        json(
                201,
                Api.of(TestUsers.administrator())
                        .post(
                                "/locations",
                                Json.createObjectBuilder()
                                        .add("code", commune)
                                        .add("provinceCode", "79")
                                        .add("name", "Phường " + word)
                                        .add("former", Json.createArrayBuilder())
                                        .build()));
        JsonObject one = create(neighbour("Lê Thị " + word, "Phường " + word));
        JsonObject other = create(neighbour(word + " Lê Thị", "Phường " + word));
        assertThat(texts(group(one), "reasons")).containsExactly("SIMILAR_NAME", "COMMUNE");
        String before = written(one, other);
        nightly();
        assertThat(written(one, other)).isEqualTo(before);
    }

    private static JsonObjectBuilder neighbour(String name, String commune) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add(
                        "addresses",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("province", "79")
                                        .add("commune", commune)));
    }

    /** By which transactions the pairs and groups were written. */
    private static String written(JsonObject one, JsonObject other) {
        return String.join(
                " ",
                Db.texts(
                        "select p.xmin || ':' || p.reasons || ':' || m.xmin || ':' || m.strength from duplicate_pair p"
                                + " join duplicate_member m on m.customer_id = p.low_id where p.low_id in (?, ?) order by 1",
                        id(one),
                        id(other)));
    }

    private static void nightly() {
        String job = "duplicates-nightly";
        long before = Db.number("select coalesce(max(id), 0) from job_run where job_name = ?", job);
        JobsIT.start(job);
        String ended = "select state || ' ' || coalesce(error_detail, '') from job_run"
                + " where job_name = ? and id > ? and state in ('DONE', 'FAILED')";
        Await.until("the run of " + job, Duration.ofSeconds(90), () -> !Db.texts(ended, job, before)
                .isEmpty());
        assertThat(Db.text(ended, job, before)).startsWith("DONE");
    }

    // ---- words

    private static JsonObjectBuilder named(String name) {
        return Json.createObjectBuilder().add("name", name + " " + Unique.word());
    }

    private JsonObject create(JsonObjectBuilder customer) {
        return json(201, api.post("/customers", customer.build()));
    }

    private static JsonObject json(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private Answer patch(JsonObject customer, String query, String field, String value) {
        String path = "/customers/" + customer.getInt("id");
        int version = api.get(path).json().getInt("version");
        return api.patch(
                path + query,
                Json.createObjectBuilder()
                        .add("version", version)
                        .add(field, value)
                        .build());
    }

    private JsonArray check(JsonObjectBuilder fields) {
        return json(200, api.post("/duplicates/check", fields.build())).getJsonArray("candidates");
    }

    private JsonObject group(JsonObject member) {
        return group(api, member);
    }

    private static JsonObject group(Api api, JsonObject member) {
        List<JsonObject> groups = api.get("/duplicates", "size", "200").items().getValuesAs(JsonObject.class);
        return groups.stream()
                .filter(group -> members(group).contains(member.getInt("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(member.getInt("id") + " is in none of " + groups));
    }

    private static List<Integer> members(JsonObject group) {
        return group.getJsonArray("customers").getValuesAs(JsonObject.class).stream()
                .filter(customer -> customer.containsKey("id"))
                .map(customer -> customer.getInt("id"))
                .toList();
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static JsonObject ids(JsonObject one, JsonObject other) {
        return Json.createObjectBuilder()
                .add("ids", Json.createArrayBuilder().add(one.getInt("id")).add(other.getInt("id")))
                .build();
    }

    private static long id(JsonObject customer) {
        return customer.getInt("id");
    }
}
