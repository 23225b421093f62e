package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Groups of customers: static ones with members, dynamic ones that are filters (GRP). */
class GroupApiIT {

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);
    private final String word = Unique.word();

    // ---- groups

    @Test
    void aGroupIsMadeFoundByNameAndDescriptionChangedAndDeletedWhileItsMembersStay() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 3);
        JsonObject made = create(group("Khách VIP " + word).add("members", array(ids)));
        long id = id(made);
        assertThat(made.getInt("members")).isEqualTo(3);
        assertThat(found("q", "khach " + word)).containsExactly(id);
        assertThat(found("description", "gom " + word)).containsExactly(id);
        assertThat(found("q", word, "description", "khác")).isEmpty();

        Answer changed = api.patch(
                "/customer-groups/" + id,
                version(made).add("name", "Khách quý " + word).build());
        assertThat(changed.json().getString("name")).isEqualTo("Khách quý " + word);
        assertThat(changed.json().getString("description")).isEqualTo(made.getString("description"));
        assertThat(api.patch(
                                "/customer-groups/" + id,
                                version(made).add("name", "Cũ").build())
                        .code())
                .isEqualTo("STALE");

        assertThat(api.delete("/customer-groups/" + id).status()).isEqualTo(204);
        assertThat(api.get("/customer-groups/" + id).status()).isEqualTo(404);
        assertThat(Db.number("select count(*) from customer where owner_id = ? and state = 'ACTIVE'", user.id()))
                .isEqualTo(3);
        assertThat(Db.texts(
                        "select action from audit_entry where entity = 'customer-group' and entity_id = ? order by at",
                        id))
                .containsExactly("CREATE", "UPDATE", "DELETE");
    }

    @Test
    void theListIsPagedByName() {
        for (String letter : List.of("C", "A", "B")) {
            create(group(letter + " " + word));
        }
        Answer first = api.get("/customer-groups", "q", word, "size", "2");
        assertThat(first.json().getInt("total")).isEqualTo(3);
        Answer second = api.get(
                "/customer-groups",
                "q",
                word,
                "size",
                "2",
                "after",
                first.json().getString("next"));
        assertThat(names(first)).containsExactly("A " + word, "B " + word);
        assertThat(names(second)).containsExactly("C " + word);
        assertThat(second.json().isNull("next")).isTrue();
        assertThat(api.get("/customer-groups", "after", first.json().getString("next"))
                        .code())
                .isEqualTo("CURSOR_MISMATCH");
        assertThat(api.get("/customer-groups", "sort", "colour").code()).isEqualTo("UNKNOWN_FIELD");
    }

    // ---- members

    @Test
    void membersArePutInAndTakenOutByIdsOrByAFilterAndEachIsInTheAudit() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 4);
        long id = id(create(group(word)));
        assertThat(added(put(id, ids(ids.subList(0, 2))))).isEqualTo(2);
        assertThat(added(put(id, ids(ids.subList(1, 3))))).isEqualTo(1);
        assertThat(members(api, id)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 3));
        assertThat(added(put(id, filter(mine())))).isEqualTo(1);
        assertThat(remove(id, ids(ids.subList(0, 1))).json().getInt("removed")).isEqualTo(1);
        assertThat(members(api, id)).containsExactlyInAnyOrderElementsOf(ids.subList(1, 4));
        assertThat(remove(id, filter(mine())).json().getInt("removed")).isEqualTo(3);
        assertThat(members(api, id)).isEmpty();
        assertThat(Db.texts(
                        "select action from audit_entry where entity = 'customer' and entity_id = ? order by at",
                        ids.get(0)))
                .containsExactly("GROUP_ADD", "GROUP_REMOVE");
        assertThat(Db.number("select max(version) from customer where owner_id = ?", user.id()))
                .isEqualTo(1);
    }

    @Test
    void membersArePagedLikeAListOfCustomers() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 5);
        long id = id(create(group(word).add("members", array(ids))));
        Answer first = api.get("/customer-groups/" + id + "/members", "size", "3");
        assertThat(first.json().getInt("total")).isEqualTo(5);
        Answer second = api.get(
                "/customer-groups/" + id + "/members",
                "size",
                "3",
                "after",
                first.json().getString("next"));
        List<Long> all = new ArrayList<>(idsOf(first));
        all.addAll(idsOf(second));
        assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void eachSeesOfAGroupTheCustomersTheySeeAnywayAndPutsInNoOthers() {
        TestUser keeper = TestUsers.withRights("customer.view", "group.manage");
        List<Long> own = TestCustomers.sharingOneTime(keeper, 2);
        List<Long> foreign = TestCustomers.sharingOneTime(user, 2);
        List<Long> all = new ArrayList<>(own);
        all.addAll(foreign);
        long id = id(create(group(word).add("members", array(all))));
        Api theirs = Api.of(keeper);
        assertThat(members(theirs, id)).containsExactlyInAnyOrderElementsOf(own);
        assertThat(members(api, id)).containsExactlyInAnyOrderElementsOf(all);
        Answer refused = send(theirs, "PUT", id, ids(foreign));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("ids[0]");
        assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("UNKNOWN_CUSTOMER");
        assertThat(send(theirs, "DELETE", id, ids(all)).json().getInt("removed"))
                .isEqualTo(2);
        assertThat(members(api, id)).containsExactlyInAnyOrderElementsOf(foreign);
        Api staff = Api.of(TestUsers.staff());
        assertThat(staff.get("/customer-groups/" + id).status()).isEqualTo(200);
        assertThat(send(staff, "PUT", id, ids(own)).status()).isEqualTo(403);
        assertThat(staff.post("/customer-groups", group("Của tôi").build()).status())
                .isEqualTo(403);
    }

    @Test
    void aDeletedCustomerIsNoMemberUntilItIsRestored() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 1);
        long id = id(create(group(word).add("members", array(ids))));
        api.delete("/customers/" + ids.get(0));
        assertThat(members(api, id)).isEmpty();
    }

    // ---- dynamic groups

    @Test
    void aDynamicGroupHoldsWhoMatchesWhenItIsUsed() {
        List<Long> customers = TestCustomers.sharingOneTime(user, 2);
        JsonObject made = create(group(word).add("filter", mine()));
        long id = id(made);
        assertThat(made.isNull("members")).isTrue();
        assertThat(members(api, id)).hasSize(2);
        TestCustomers.sharingOneTime(user, 1);
        assertThat(members(api, id)).hasSize(3);
        assertThat(members(Api.of(TestUsers.staff()), id)).isEmpty();

        Answer refused = put(id, ids(customers));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("GROUP_DYNAMIC");
        assertThat(put(id, filter(condition("owner", "$me"))).status()).isEqualTo(200);
        TestUser other = TestUsers.administrator();
        TestCustomers.sharingOneTime(other, 1);
        assertThat(members(Api.of(other), id)).hasSize(1);
    }

    @Test
    void customersAreFilteredByTheirGroups() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 4);
        create(group("Tĩnh " + word).add("members", array(ids.subList(0, 1))));
        JsonObject second = Json.createObjectBuilder()
                .add("field", "code")
                .add("op", "eq")
                .add("value", Db.text("select code from customer where id = ?", ids.get(1)))
                .build();
        create(group("Động " + word).add("filter", second));
        assertThat(listed(in("eq", "tinh " + word))).containsExactly(ids.get(0));
        assertThat(listed(in("eq", "Động " + word))).containsExactly(ids.get(1));
        assertThat(listed(in("in", "Tĩnh " + word, "Động " + word)))
                .containsExactlyInAnyOrderElementsOf(ids.subList(0, 2));
        assertThat(listed(in("nin", "Tĩnh " + word, "Động " + word)))
                .containsExactlyInAnyOrderElementsOf(ids.subList(2, 4));
        assertThat(listed(in("eq", "không có " + word))).isEmpty();
        assertThat(listed(Json.createObjectBuilder()
                        .add("field", "group")
                        .add("op", "notempty")
                        .build()))
                .containsExactly(ids.get(0));
    }

    // ---- bulk actions and exports

    @Test
    void manyArePutIntoAGroupAtOnceAndTheUndoTakesOutThoseWhoWereNotInItBefore() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 4);
        long id = id(create(group(word).add("members", array(ids.subList(0, 1)))));
        JsonObject args = Json.createObjectBuilder().add("group", word).build();
        long run = TestBulk.id(TestBulk.ask(api, "group", ids.subList(0, 3), args));
        assertThat(TestBulk.counts(TestBulk.ended(api, run))).containsExactly(2, 1, 0, 0);
        assertThat(members(api, id)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 3));
        assertThat(TestBulk.counts(TestBulk.ended(api, TestBulk.post(api, run, "undo"))))
                .containsExactly(2, 0, 0, 0);
        assertThat(members(api, id)).containsExactly(ids.get(0));

        long out = TestBulk.id(TestBulk.ask(api, "ungroup", ids, args));
        assertThat(TestBulk.counts(TestBulk.ended(api, out))).containsExactly(1, 3, 0, 0);
        api.delete("/customer-groups/" + id);
        assertThat(TestBulk.counts(TestBulk.ended(api, TestBulk.post(api, out, "undo"))))
                .containsExactly(0, 0, 0, 1);
    }

    @Test
    void aBulkActionSaysWhichGroupIsWrong() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 1);
        create(group("Động " + word).add("filter", mine()));
        assertThat(TestBulk.ask(api, "group", ids, JsonValue.EMPTY_JSON_OBJECT)
                        .errors()
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("REQUIRED");
        JsonObject unknown = Json.createObjectBuilder().add("group", "không có").build();
        assertThat(TestBulk.ask(api, "group", ids, unknown)
                        .errors()
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("UNKNOWN_OPTION");
        JsonObject dynamic =
                Json.createObjectBuilder().add("group", "Động " + word).build();
        assertThat(TestBulk.ask(api, "group", ids, dynamic).code()).isEqualTo("GROUP_DYNAMIC");
    }

    @Test
    void aGroupIsExported() throws Exception {
        List<Long> ids = TestCustomers.sharingOneTime(user, 3);
        create(group(word).add("members", array(ids.subList(0, 2))));
        JsonObject request = TestExports.request("csv", in("eq", word), "code").build();
        assertThat(java.nio.file.Files.readAllLines(TestExports.file(user, request)))
                .hasSize(3);
    }

    // ---- the form

    @Test
    void aFileThatComesWithTheFormIsImportedIntoTheGroupOnceTheFormIsSaved() {
        Visit visit = Visit.signedIn(user);
        String csv = "Tên khách hàng\nKhách " + word + "\n";
        assertThat(save(visit, "", csv).body()).contains("Cần nhập thông tin này");
        assertThat(Db.number("select count(*) from import_run where created_by = ?", user.id()))
                .isZero();
        String run = save(visit, word, csv).header("Location").replaceAll(".*/importing/run\\.xhtml\\?id=", "");
        assertThat(api.get("/import-runs/" + run)
                        .json()
                        .getJsonObject("options")
                        .getJsonNumber("groupId")
                        .longValue())
                .isEqualTo(idsOf(api.get("/customer-groups", "q", word)).get(0));
        api.send("POST", "/import-runs/" + run + "/run", null, BodyPublishers.noBody());
        TestImports.ended(api, Long.parseLong(run));
        assertThat(members(api, idsOf(api.get("/customer-groups", "q", word)).get(0)))
                .hasSize(1);
    }

    private Answer save(Visit visit, String name, String csv) {
        String page = "/group/edit.xhtml";
        String state = Visit.viewState(visit.get(page).body());
        return visit.upload(
                page,
                Multipart.of("edit", "edit", "name", name, "description", "Gom " + word, "importType", "customers")
                        .and("jakarta.faces.ViewState", state, "save", "save")
                        .file("file", "nhom.csv", csv)
                        .bytes(),
                "Content-Type",
                Multipart.TYPE);
    }

    // ---- bad input

    @Test
    void badInputIsToldByItsName() {
        create(group(word));
        assertProblem(Json.createObjectBuilder().add("name", "Chỉ tên " + word), "description", "REQUIRED");
        assertProblem(group(" "), "name", "REQUIRED");
        assertProblem(group(word.toUpperCase(java.util.Locale.ROOT)), "name", "NAME_TAKEN");
        assertProblem(group("x".repeat(121)), "name", "TOO_LONG");
        assertProblem(
                group("a" + word).add("members", array(List.of(Long.MAX_VALUE))), "members[0]", "UNKNOWN_CUSTOMER");
        assertProblem(group("a" + word).add("filter", in("eq", word)), "filter", "GROUP_IN_GROUP");
        assertProblem(group("a" + word).add("colour", "red"), "colour", "UNKNOWN_OPTION");
        assertThat(api.post(
                                "/customer-groups",
                                group("a" + word)
                                        .add("filter", condition("x", "y"))
                                        .build())
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(api.get("/customer-groups/0/members").status()).isEqualTo(404);
    }

    private void assertProblem(JsonObjectBuilder group, String field, String code) {
        Answer answer = api.post("/customer-groups", group.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errors().getJsonObject(0).getString("field")).isEqualTo(field);
        assertThat(answer.errors().getJsonObject(0).getString("code")).isEqualTo(code);
    }

    // ---- helpers

    private JsonObjectBuilder group(String name) {
        return Json.createObjectBuilder().add("name", name).add("description", "Gom " + word + " lại");
    }

    private JsonObject create(JsonObjectBuilder group) {
        Answer made = api.post("/customer-groups", group.build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static long id(JsonObject group) {
        return group.getJsonNumber("id").longValue();
    }

    private static JsonObjectBuilder version(JsonObject group) {
        return Json.createObjectBuilder().add("version", group.getInt("version"));
    }

    private List<Long> found(String... parameters) {
        return idsOf(api.get("/customer-groups", parameters));
    }

    private static List<String> names(Answer answer) {
        return answer.items().stream()
                .map(item -> item.asJsonObject().getString("name"))
                .toList();
    }

    private static List<Long> idsOf(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.items().stream()
                .map(item -> item.asJsonObject().getJsonNumber("id").longValue())
                .toList();
    }

    private static List<Long> members(Api as, long id) {
        return idsOf(as.get("/customer-groups/" + id + "/members"));
    }

    private List<Long> listed(JsonObject groups) {
        JsonObject both = Json.createObjectBuilder()
                .add("and", Json.createArrayBuilder().add(mine()).add(groups))
                .build();
        return idsOf(api.get("/customers", "filter", both.toString()));
    }

    private Answer put(long id, JsonObject body) {
        return send(api, "PUT", id, body);
    }

    private Answer remove(long id, JsonObject body) {
        return send(api, "DELETE", id, body);
    }

    private static int added(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getInt("added");
    }

    private static Answer send(Api as, String method, long id, JsonObject body) {
        return as.send(
                method,
                "/customer-groups/" + id + "/members",
                "application/json",
                BodyPublishers.ofString(body.toString()));
    }

    private static JsonObject ids(List<Long> ids) {
        return Json.createObjectBuilder().add("ids", array(ids)).build();
    }

    private static JsonArrayBuilder array(List<Long> ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ids.forEach(array::add);
        return array;
    }

    private static JsonObject filter(JsonObject filter) {
        return Json.createObjectBuilder().add("filter", filter).build();
    }

    private JsonObject mine() {
        return condition("owner", user.username());
    }

    private static JsonObject in(String op, String... names) {
        JsonObjectBuilder condition =
                Json.createObjectBuilder().add("field", "group").add("op", op);
        if (op.equals("eq")) {
            return condition.add("value", names[0]).build();
        }
        JsonArrayBuilder values = Json.createArrayBuilder();
        List.of(names).forEach(values::add);
        return condition.add("value", values).build();
    }

    private static JsonObject condition(String field, String value) {
        return Json.createObjectBuilder()
                .add("field", field)
                .add("op", "eq")
                .add("value", value)
                .build();
    }
}
