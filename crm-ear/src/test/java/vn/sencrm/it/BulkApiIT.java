package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Bulk actions: a frozen selection, a verdict for each record, and taking it back (CUS-12). */
class BulkApiIT {

    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);

    // ---- selection

    @Test
    void whatMatchesAFilterIsDoneWhenTheNumberIsTheOneConfirmed() {
        TestCustomers.sharingOneTime(user, 7);
        JsonObject run = TestBulk.ended(api, TestBulk.ask(api, "status", mine(), 7, code("WON")));
        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(TestBulk.counts(run)).containsExactly(7, 0, 0, 0);
        assertThat(withStatus("WON")).isEqualTo(7);
    }

    @Test
    void whenAnotherNumberMatchesNothingHappensAndTheNewNumberIsTold() {
        TestCustomers.sharingOneTime(user, 3);
        Answer answer = TestBulk.ask(api, "status", mine(), 2, code("WON"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("SELECTION_CHANGED");
        assertThat(answer.json().getInt("expected")).isEqualTo(2);
        assertThat(answer.json().getInt("actual")).isEqualTo(3);
        assertThat(withStatus("WON")).isZero();
        assertThat(Db.number("select count(*) from bulk_action where created_by = ?", user.id()))
                .isZero();
    }

    @Test
    void theSelectionIsNotWidenedByWhatTheActionItselfChanges() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 4);
        TestBulk.ended(api, TestBulk.ask(api, "status", ids.subList(0, 2), code("NEW")));
        JsonObject onlyNew = Json.createObjectBuilder()
                .add("and", Json.createArrayBuilder().add(mine()).add(condition("status", "NEW")))
                .build();
        JsonObject run = TestBulk.ended(api, TestBulk.ask(api, "status", onlyNew, 2, code("LOST")));
        assertThat(TestBulk.counts(run)).containsExactly(2, 0, 0, 0);
        assertThat(withStatus("LOST")).isEqualTo(2);
    }

    @Test
    void idsGivenTwiceCountOnce() {
        List<Long> ids = new ArrayList<>(TestCustomers.sharingOneTime(user, 2));
        ids.addAll(List.copyOf(ids));
        JsonObject run = TestBulk.ended(api, TestBulk.ask(api, "status", ids, code("WON")));
        assertThat(TestBulk.count(run, "selected")).isEqualTo(2);
    }

    // ---- verdicts

    @Test
    void everyRecordHasAVerdictAndTheCountsAddUp() {
        TestUser staff = TestUsers.staff();
        List<Long> own = TestCustomers.sharingOneTime(staff, 5);
        List<Long> foreign = TestCustomers.sharingOneTime(user, 2);
        Api theirs = Api.of(staff);
        TestBulk.ended(theirs, TestBulk.ask(theirs, "status", own.subList(0, 1), code("WON")));
        List<Long> all = new ArrayList<>(own);
        all.addAll(foreign);
        all.add(Long.MAX_VALUE);
        JsonObject run = TestBulk.ended(theirs, TestBulk.ask(theirs, "status", all, code("WON")));
        assertThat(run.getString("state")).isEqualTo("DONE_WITH_ERRORS");
        // What is not seen does not exist: neither the others' nor the one that was never there.
        assertThat(TestBulk.counts(run)).containsExactly(4, 1, 3, 0);
        JsonObject reason = run.getJsonArray("report").getJsonObject(0);
        assertThat(reason.getString("reason")).isEqualTo("NOT_FOUND");
        assertThat(reason.getInt("records")).isEqualTo(3);
        assertThat(Db.number("select count(*) from customer where id = any (?) and status_id is not null", (Object)
                        foreign.toArray(Long[]::new)))
                .isZero();
    }

    @Test
    void theReportIsPagedAndHidesWhatItsReaderMayNotSee() {
        TestUser staff = TestUsers.staff();
        Api theirs = Api.of(staff);
        List<Long> own = TestCustomers.sharingOneTime(staff, 3);
        List<Long> foreign = TestCustomers.sharingOneTime(user, 1);
        List<Long> all = new ArrayList<>(own);
        all.addAll(foreign);
        long id = TestBulk.id(TestBulk.ask(theirs, "status", all, code("WON")));
        TestBulk.ended(theirs, id);
        Answer first = theirs.get("/bulk-actions/" + id + "/items", "size", "2", "verdict", "DONE");
        assertThat(first.items()).hasSize(2);
        Answer second = theirs.get(
                "/bulk-actions/" + id + "/items",
                "size",
                "2",
                "verdict",
                "DONE",
                "after",
                first.json().getString("next"));
        assertThat(second.items()).hasSize(1);
        assertThat(second.json().isNull("next")).isTrue();
        JsonObject skipped = theirs.get("/bulk-actions/" + id + "/items", "verdict", "SKIPPED")
                .items()
                .getJsonObject(0);
        assertThat(skipped.getJsonObject("customer").isNull("name")).isTrue();
        assertThat(Api.of(TestUsers.staff()).get("/bulk-actions/" + id).status())
                .isEqualTo(404);
    }

    // ---- undo

    @Test
    void undoingPutsBackWhatNobodyChangedSinceAndTheHistoryFoldsToTheRecord() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 4);
        TestBulk.ended(api, TestBulk.ask(api, "status", ids.subList(0, 2), code("NEW")));
        long id = TestBulk.id(TestBulk.ask(api, "status", ids, code("WON")));
        TestBulk.ended(api, id);
        TestBulk.ended(api, TestBulk.ask(api, "status", ids.subList(3, 4), code("LOST")));

        JsonObject undo = TestBulk.ended(api, TestBulk.post(api, id, "undo"));
        assertThat(TestBulk.counts(undo)).containsExactly(3, 0, 0, 1);
        assertThat(undo.getJsonArray("report").getJsonObject(0).getString("reason"))
                .isEqualTo("CHANGED_SINCE");
        assertThat(statuses(ids)).containsExactly("NEW", "NEW", null, "LOST");
        assertThat(TestBulk.run(api, id).getInt("undoneBy")).isEqualTo(undo.getInt("id"));
        assertThat(TestBulk.post(api, id, "undo").status()).isEqualTo(409);
        assertHistoryFolds(ids);
    }

    @Test
    void tagsAreAddedTakenAwayAndPutBackWithoutTouchingOthers() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 3);
        String vip = "VIP " + Unique.word();
        String other = "Khác " + Unique.word();
        TestBulk.ended(api, TestBulk.ask(api, "tag", ids.subList(0, 1), tags(vip)));
        long added = TestBulk.id(TestBulk.ask(api, "tag", ids, tags(vip)));
        assertThat(TestBulk.counts(TestBulk.ended(api, added))).containsExactly(2, 1, 0, 0);
        assertThat(tagged(vip)).isEqualTo(3);
        assertThat(Db.text("select owner_id::text from tag where name = ?", vip))
                .isEqualTo(Long.toString(user.id()));
        TestBulk.ended(api, TestBulk.ask(api, "tag", ids, tags(other)));

        assertThat(TestBulk.counts(TestBulk.ended(api, TestBulk.post(api, added, "undo"))))
                .containsExactly(2, 0, 0, 0);
        assertThat(tagged(vip)).isEqualTo(1);
        assertThat(tagged(other)).isEqualTo(3);

        long removed = TestBulk.id(TestBulk.ask(api, "untag", ids, untag(other)));
        assertThat(TestBulk.counts(TestBulk.ended(api, removed))).containsExactly(3, 0, 0, 0);
        assertThat(tagged(other)).isZero();
        TestBulk.ended(api, TestBulk.post(api, removed, "undo"));
        assertThat(tagged(other)).isEqualTo(3);
        assertHistoryFolds(ids);
    }

    @Test
    void aSharedTagIsMadeForAll() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 1);
        String name = "Chung " + Unique.word();
        JsonObject args =
                Json.createObjectBuilder(tags(name)).add("shared", true).build();
        TestBulk.ended(api, TestBulk.ask(api, "tag", ids, args));
        assertThat(Db.text("select owner_id::text from tag where name = ?", name))
                .isNull();
    }

    @Test
    void aTeamWithARuleDealsOutAPersonGetsAllAndATeamWithoutARuleIsRefused() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 7);
        List<TestUser> members = List.of(TestUsers.staff(), TestUsers.staff());
        String team = team("SEQUENTIAL", members);
        long dealt = TestBulk.id(TestBulk.ask(api, "owner", ids, assignment(team, null)));
        assertThat(TestBulk.counts(TestBulk.ended(api, dealt))).containsExactly(7, 0, 0, 0);
        assertThat(List.of(owned(members.get(0)), owned(members.get(1)))).containsExactlyInAnyOrder(3L, 4L);

        TestBulk.ended(
                api,
                TestBulk.ask(
                        api,
                        "owner",
                        ids.subList(0, 3),
                        assignment(null, members.get(0).username())));
        assertThat(Db.number(
                        "select count(*) from customer where owner_id = ? and team_id is null",
                        members.get(0).id()))
                .isEqualTo(3);

        Answer refused = TestBulk.ask(api, "owner", ids, assignment(team("NONE", members), null));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("TEAM_WITHOUT_RULE");

        JsonObject undo = TestBulk.ended(api, TestBulk.post(api, dealt, "undo"));
        assertThat(TestBulk.counts(undo)).containsExactly(4, 0, 0, 3);
        assertThat(owned(user)).isEqualTo(4);
        assertHistoryFolds(ids);
    }

    private static String team(String mode, List<TestUser> members) {
        String name = "Nhóm " + Unique.word();
        long id = Db.number("select nextval('team_seq')");
        Db.update("insert into team (id, name, mode) values (?, ?, ?)", id, name, mode);
        members.forEach(member -> Db.update(
                "insert into team_member (team_id, user_id, position) values (?, ?, ?)",
                id,
                member.id(),
                members.indexOf(member)));
        return name;
    }

    private static JsonObject assignment(String team, String person) {
        return Json.createObjectBuilder()
                .add("team", team == null ? JsonValue.NULL : Json.createValue(team))
                .add("person", person == null ? JsonValue.NULL : Json.createValue(person))
                .build();
    }

    private static long owned(TestUser owner) {
        return Db.number("select count(*) from customer where owner_id = ?", owner.id());
    }

    @Test
    void deletedCustomersComeBackUnlessAnotherHasTheirTaxCodeByNow() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 3);
        String taxCode = Unique.word();
        holdTaxCode(ids.get(2), taxCode);
        long id = TestBulk.id(TestBulk.ask(api, "delete", ids, NOTHING));
        assertThat(TestBulk.counts(TestBulk.ended(api, id))).containsExactly(3, 0, 0, 0);
        assertThat(Db.number("select count(*) from customer where deleted_by = ? and state = 'DELETED'", user.id()))
                .isEqualTo(3);
        holdTaxCode(TestCustomers.sharingOneTime(user, 1).get(0), taxCode);

        JsonObject undo = TestBulk.ended(api, TestBulk.post(api, id, "undo"));
        assertThat(TestBulk.counts(undo)).containsExactly(2, 0, 0, 1);
        assertThat(undo.getJsonArray("report").getJsonObject(0).getString("reason"))
                .isEqualTo("KEY_TAKEN");
        assertThat(Db.texts("select state from customer where owner_id = ? order by id", user.id()))
                .containsExactly("ACTIVE", "ACTIVE", "DELETED", "ACTIVE");
        assertThat(Db.texts(
                        "select distinct action from audit_entry where entity = 'customer' and entity_id = ?",
                        ids.get(0)))
                .containsExactlyInAnyOrder("DELETE", "RESTORE");
    }

    private static void holdTaxCode(long id, String taxCode) {
        Db.update("insert into identity_key (kind, key, customer_id) values ('TAX', ?, ?)", taxCode, id);
    }

    @Test
    void followingIsOnesOwnAndChangesNoRecord() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 2);
        long id = TestBulk.id(TestBulk.ask(api, "follow", ids, NOTHING));
        assertThat(TestBulk.counts(TestBulk.ended(api, id))).containsExactly(2, 0, 0, 0);
        assertThat(followed()).isEqualTo(2);
        TestBulk.ended(api, TestBulk.post(api, id, "undo"));
        assertThat(followed()).isZero();
        assertThat(Db.number("select max(version) from customer where owner_id = ?", user.id()))
                .isEqualTo(1);
    }

    // ---- rights and bad input

    @Test
    void anActionAsksForItsOwnRight() {
        TestUser client = TestUsers.create("API_CLIENT");
        Api theirs = Api.of(client);
        List<Long> ids = TestCustomers.sharingOneTime(client, 1);
        assertThat(TestBulk.ask(theirs, "status", ids, code("WON")).status()).isEqualTo(202);
        TestUser operator = TestUsers.create("OPERATOR");
        assertThat(TestBulk.ask(Api.of(operator), "status", ids, code("WON")).status())
                .isEqualTo(403);
    }

    @Test
    void badInputIsToldByItsName() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 1);
        assertProblem(TestBulk.ask(api, "explode", ids, NOTHING), "action", "UNKNOWN_OPTION");
        assertProblem(TestBulk.ask(api, "status", ids, NOTHING), "code", "REQUIRED");
        assertProblem(TestBulk.ask(api, "status", ids, code("KHÔNG CÓ")), "code", "UNKNOWN_OPTION");
        assertProblem(TestBulk.ask(api, "untag", ids, untag("không có " + Unique.word())), "tags[0]", "UNKNOWN_OPTION");
        assertProblem(TestBulk.ask(api, "tag", ids, tags("x".repeat(61))), "tags[0]", "TOO_LONG");
        assertProblem(TestBulk.ask(api, "tag", ids, NOTHING), "tags", "REQUIRED");
        assertProblem(post("{\"action\":\"status\",\"args\":{\"code\":\"WON\"}}"), "ids", "REQUIRED");
        assertProblem(
                post("{\"action\":\"status\",\"filter\":null,\"args\":{\"code\":\"WON\"}}"), "expected", "REQUIRED");
        assertProblem(
                post("{\"action\":\"status\",\"ids\":[\"a\"],\"args\":{\"code\":\"WON\"}}"), "ids[0]", "BAD_VALUE");
        assertProblem(post("{\"action\":\"status\",\"ids\":[1],\"everything\":1}"), "everything", "UNKNOWN_OPTION");
        assertThat(TestBulk.ask(api, "status", List.of(), code("WON")).code()).isEqualTo("SELECTION_EMPTY");
        assertThat(api.get("/bulk-actions/1/items", "verdict", "MAYBE").status())
                .isEqualTo(400);
        assertThat(api.get("/bulk-actions/99999999").status()).isEqualTo(404);
    }

    // ---- helpers

    private Answer post(String body) {
        return api.send(
                "POST", "/bulk-actions", "application/json", java.net.http.HttpRequest.BodyPublishers.ofString(body));
    }

    private static void assertProblem(Answer answer, String field, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errors().getJsonObject(0).getString("field")).isEqualTo(field);
        assertThat(answer.errors().getJsonObject(0).getString("code")).isEqualTo(code);
    }

    private JsonObject mine() {
        return condition("owner", user.username());
    }

    private static JsonObject condition(String field, String value) {
        return Json.createObjectBuilder()
                .add("field", field)
                .add("op", "eq")
                .add("value", value)
                .build();
    }

    private static JsonObject code(String code) {
        return Json.createObjectBuilder().add("code", code).build();
    }

    private static JsonObject tags(String name) {
        return Json.createObjectBuilder()
                .add("tags", Json.createArrayBuilder().add(name))
                .build();
    }

    private static JsonObject untag(String name) {
        return tags(name);
    }

    private long withStatus(String code) {
        return Db.number(
                "select count(*) from customer c join customer_status s on s.id = c.status_id"
                        + " where c.owner_id = ? and s.code = ?",
                user.id(),
                code);
    }

    private static List<String> statuses(List<Long> ids) {
        return Db.texts(
                "select s.code from customer c left join customer_status s on s.id = c.status_id"
                        + " where c.id = any (?) order by c.id",
                (Object) ids.toArray(Long[]::new));
    }

    private static long tagged(String name) {
        return Db.number("select count(*) from customer_tag ct join tag t on t.id = ct.tag_id where t.name = ?", name);
    }

    private long followed() {
        return Db.number("select count(*) from customer_follow where user_id = ?", user.id());
    }

    /** The changes of each record, in their order, give what the record is; versions have no gap. */
    private void assertHistoryFolds(List<Long> ids) {
        String list = ids.stream().map(Object::toString).collect(Collectors.joining(","));
        assertThat(Db.texts(
                        """
                        select c.id from customer c
                        cross join lateral (select jsonb_union(a.after order by a.version) as doc,
                                                   max(a.version) as version, count(*) as changes
                                            from audit_entry a where a.entity = 'customer' and a.entity_id = c.id) f
                        where c.id in (%s)
                        and (f.version <> c.version or f.changes <> c.version - 1
                             or not customer_document(c, ?) @> jsonb_strip_nulls(f.doc))
                        """
                                .formatted(list),
                        user.id()))
                .isEmpty();
    }
}
