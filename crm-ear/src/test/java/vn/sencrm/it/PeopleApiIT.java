package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;
import vn.sencrm.it.TestTeams.TestTeam;

/** Users, teams and roles (ASG-0, SEC-1), and what becomes of a leaving user's customers. */
class PeopleApiIT {

    private static final JsonObject NOTHING = Json.createObjectBuilder().build();

    private final TestUser boss = TestUsers.administrator();
    private final Api admin = Api.of(boss);

    // --- users

    @Test
    void aNewUserSignsInOnceThePasswordIsTheirOwn() {
        String username = "moi." + Unique.number();
        Answer made = admin.post("/users", user(username).build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String password = made.json().getString("oneTimePassword");

        assertThat(signIn(username, password).code()).isEqualTo("PASSWORD_MUST_CHANGE");
        assertThat(signIn(username, "sai").status()).isEqualTo(401);

        JsonObject read = admin.get("/users/" + id(made.json())).json();
        assertThat(read.getString("fullName")).isEqualTo("Trần Thị Mới");
        assertThat(read.getBoolean("mustChangePassword")).isTrue();
        assertThat(read.toString()).doesNotContain("pbkdf2", password);
        assertThat(Db.text("select after::text from audit_entry where entity = 'user' and entity_id = ?", id(read)))
                .contains(username)
                .doesNotContain("pbkdf2");
    }

    @Test
    void everythingWrongWithAUserIsToldAtOnce() {
        Answer answer = admin.post(
                "/users",
                Json.createObjectBuilder()
                        .add("username", "có dấu")
                        .add("email", "không phải")
                        .add("phone", "091234567")
                        .add("role", "KHONG_CO")
                        .build());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("username", "fullName", "email", "phone", "role");

        assertThat(fields(
                        admin.post("/users", user(boss.username().toUpperCase()).build())))
                .containsExactly("username");
    }

    @Test
    void aChangedRoleHoldsAtTheNextRequestAndAStaleChangeIsRefused() {
        TestUser manager = TestUsers.create("MANAGER");
        Api theirs = Api.of(manager);
        List<Long> customers = TestCustomers.sharingOneTime(boss, 1);
        assertThat(theirs.get("/customers/" + customers.get(0)).status()).isEqualTo(200);

        JsonObject change = Json.createObjectBuilder()
                .add("version", 1)
                .add("role", "STAFF")
                .build();
        assertThat(admin.patch("/users/" + manager.id(), change).json().getString("role"))
                .isEqualTo("STAFF");
        assertThat(theirs.get("/customers/" + customers.get(0)).status()).isEqualTo(404);

        Answer stale = admin.patch("/users/" + manager.id(), change);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("STALE");
    }

    @Test
    void namesAreThereForWhoeverSeesCustomersTheRestIsNot() {
        TestUser staff = TestUsers.staff();
        JsonObject found =
                Api.of(staff).get("/users", "q", boss.username()).items().getJsonObject(0);
        assertThat(found.keySet()).containsExactlyInAnyOrder("id", "username", "fullName", "active");
        assertThat(Api.of(staff).get("/users/" + boss.id()).status()).isEqualTo(403);
        assertThat(Api.of(staff)
                        .post("/users", user("x" + Unique.number()).build())
                        .status())
                .isEqualTo(403);
        assertThat(Api.of(staff).get("/roles").status()).isEqualTo(403);
        assertThat(Api.of(staff).get("/teams").status()).isEqualTo(200);
    }

    @Test
    void theListOfUsersGoesOnFromPageToPage() {
        Answer first = admin.get("/users", "size", "2");
        assertThat(first.items()).hasSize(2);
        Answer second = admin.get("/users", "size", "2", "after", first.json().getString("next"));
        assertThat(second.items()).isNotEmpty().doesNotContainAnyElementsOf(first.items());
        assertThat(admin.get(
                                "/users",
                                "size",
                                "2",
                                "q",
                                "khác",
                                "after",
                                first.json().getString("next"))
                        .code())
                .isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void aNewPasswordEndsEveryToken() {
        TestUser user = TestUsers.staff();
        String password = admin.post("/users/" + user.id() + "/reset-password", NOTHING)
                .json()
                .getString("oneTimePassword");
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(401);
        assertThat(signIn(user.username(), user.password()).status()).isEqualTo(401);
        assertThat(signIn(user.username(), password).code()).isEqualTo("PASSWORD_MUST_CHANGE");
    }

    @Test
    void anEndOfSessionsEndsEveryTokenAndLeavesThePassword() {
        TestUser user = TestUsers.staff();
        assertThat(admin.delete("/users/" + user.id() + "/sessions").status()).isEqualTo(204);
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(401);
        assertThat(signIn(user.username(), user.password()).status()).isEqualTo(200);
    }

    // --- deactivation

    @Test
    void aDeactivatedUserDoesNotSignInAndTheirTokenEnds() {
        TestUser user = TestUsers.staff();
        assertThat(deactivate(user, NOTHING).status()).isEqualTo(200);
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(401);
        Answer refused = signIn(user.username(), user.password());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("SIGN_IN_WRONG");

        assertThat(admin.post("/users/" + user.id() + "/activate", NOTHING)
                        .json()
                        .getBoolean("active"))
                .isTrue();
        assertThat(signIn(user.username(), user.password()).status()).isEqualTo(200);
    }

    @Test
    void whoOwnsCustomersIsNotDeactivatedWithoutASuccessor() {
        TestUser user = TestUsers.staff();
        TestCustomers.sharingOneTime(user, 3);
        Answer refused = deactivate(user, NOTHING);
        assertThat(refused.code()).isEqualTo("OWNS_CUSTOMERS");
        assertThat(refused.json().getString("detail")).contains("3");
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(200);
    }

    @Test
    void aSuccessorTakesAllCustomersThoseInTheBinToo() {
        TestUser user = TestUsers.staff();
        TestUser successor = TestUsers.staff();
        List<Long> customers = TestCustomers.sharingOneTime(user, 3);
        Db.update(
                "update customer set state = 'DELETED', deleted_at = now(), deleted_by = ? where id = ?",
                boss.id(),
                customers.get(2));

        Answer done = deactivate(
                user,
                Json.createObjectBuilder().add("owner", successor.username()).build());

        assertThat(done.json().getInt("customers")).isEqualTo(3);
        assertThat(Db.number("select count(*) from customer where owner_id = ?", successor.id()))
                .isEqualTo(3);
        assertThat(Db.text(
                        "select version || ' ' || cause || ' ' || actor_id || ' ' || (before ->> 'owner') || ' '"
                                + " || (after ->> 'owner') from audit_entry where entity = 'customer' and entity_id = ?",
                        customers.get(0)))
                .isEqualTo("2 API " + boss.id() + " " + user.id() + " " + successor.id());
        assertThat(Db.number("select version from customer where id = ?", customers.get(0)))
                .isEqualTo(2);
    }

    @Test
    void aTeamDealsALeavingMembersCustomersOutAmongTheOthers() {
        TestUser user = TestUsers.staff();
        List<TestUser> others = List.of(TestUsers.staff(), TestUsers.staff());
        TestTeam team = TestTeams.of("SEQUENTIAL", user, others.get(0), others.get(1));
        team.set("max_open = 4", others.get(0));
        TestCustomers.sharingOneTime(user, 11);

        Answer done = deactivate(
                user, Json.createObjectBuilder().add("team", team.name()).build());

        assertThat(done.json().getInt("customers")).isEqualTo(11);
        assertThat(done.json().getInt("queued")).isZero();
        assertThat(others.stream().map(team::owned)).containsExactly(4L, 7L);
        assertThat(team.owned(user)).isZero();
    }

    @Test
    void aTeamThatDealsNothingOutTakesNoCustomersAndNothingChanges() {
        TestUser user = TestUsers.staff();
        TestTeam team = TestTeams.of("NONE", TestUsers.staff());
        TestCustomers.sharingOneTime(user, 2);
        Answer refused = deactivate(
                user, Json.createObjectBuilder().add("team", team.name()).build());
        assertThat(refused.code()).isEqualTo("TEAM_WITHOUT_RULE");
        assertThat(Db.number("select count(*) from customer where owner_id = ?", user.id()))
                .isEqualTo(2);
        assertThat(Db.text("select active from app_user where id = ?", user.id()))
                .isEqualTo("t");
    }

    @Test
    void nobodyDeactivatesThemselves() {
        assertThat(deactivate(boss, NOTHING).code()).isEqualTo("SELF_DEACTIVATION");
    }

    // --- teams

    @Test
    void aTeamIsMadeChangedAndArchived() {
        TestUser one = TestUsers.staff();
        TestUser other = TestUsers.staff();
        String name = "Đội " + Unique.word();
        JsonObject made = admin.post(
                        "/teams",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("mode", "SEQUENTIAL")
                                .add("members", array(one.username(), other.username()))
                                .build())
                .json();
        assertThat(made.getJsonArray("members")).hasSize(2);

        JsonObject absent = Json.createObjectBuilder()
                .add("username", other.username())
                .add("absentFrom", "2026-01-02")
                .add("absentTo", "2026-01-05")
                .add("limit", 7)
                .build();
        JsonObject changed = admin.patch(
                        "/teams/" + id(made),
                        Json.createObjectBuilder()
                                .add("version", 1)
                                .add("members", Json.createArrayBuilder().add(absent))
                                .build())
                .json();
        JsonObject member = changed.getJsonArray("members").getJsonObject(0);
        assertThat(member.getString("absentTo")).isEqualTo("2026-01-05");
        assertThat(member.getInt("limit")).isEqualTo(7);
        assertThat(changed.getString("name")).isEqualTo(name);

        assertThat(admin.patch(
                                "/teams/" + id(made),
                                Json.createObjectBuilder().add("version", 1).build())
                        .status())
                .isEqualTo(409);
        assertThat(admin.post("/teams/" + id(made) + "/archive", NOTHING).json().getBoolean("archived"))
                .isTrue();
        assertThat(admin.post("/customers", customer(name)).status()).isEqualTo(400);
    }

    @Test
    void everythingWrongWithATeamIsToldAtOnce() {
        TestUser member = TestUsers.staff();
        JsonObject wrong = Json.createObjectBuilder()
                .add("username", member.username())
                .add("absentFrom", "2026-02-02")
                .add("absentTo", "2026-02-01")
                .add("limit", -1)
                .build();
        Answer answer = admin.post(
                "/teams",
                Json.createObjectBuilder()
                        .add("name", " ")
                        .add("mode", "RANDOM")
                        .add(
                                "members",
                                Json.createArrayBuilder()
                                        .add(wrong)
                                        .add(member.username())
                                        .add("không có"))
                        .build());
        assertThat(fields(answer))
                .containsExactly(
                        "name",
                        "members[0].absentTo",
                        "members[0].limit",
                        "members[1].username",
                        "members[2].username");
    }

    @Test
    void theTurnStaysWhereItIsWhenTheLastOneServedLeavesTheTeam() {
        List<TestUser> members = List.of(TestUsers.staff(), TestUsers.staff(), TestUsers.staff());
        TestTeam team = TestTeams.of("SEQUENTIAL", members);
        register(team);
        register(team);

        admin.patch(
                "/teams/" + team.id(),
                Json.createObjectBuilder()
                        .add("version", 1)
                        .add(
                                "members",
                                array(members.get(0).username(), members.get(2).username()))
                        .build());

        assertThat(register(team)).isEqualTo(members.get(2).username());
        assertThat(register(team)).isEqualTo(members.get(0).username());
    }

    // --- roles

    @Test
    void aRoleSaysWhetherCustomersOfTeamsCountAsSeen() {
        String code = "R" + Unique.number();
        JsonObject made = admin.post(
                        "/roles",
                        Json.createObjectBuilder()
                                .add("code", code)
                                .add("nameVi", "Chỉ của mình")
                                .add("nameEn", "Own only")
                                .add("seesTeams", false)
                                .add("rights", array("customer.view"))
                                .build())
                .json();
        assertThat(made.getBoolean("seesTeams")).isFalse();
        assertThat(made.getBoolean("seesRoutes")).isTrue();
        TestUser holder = TestUsers.create(code);
        TestTeams.TestTeam team = TestTeams.of("NONE", holder);
        int customer = admin.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Của nhóm " + Unique.word())
                                .add("team", team.name())
                                .add("owner", Sen.ADMIN)
                                .build())
                .json()
                .getInt("id");
        assertThat(Api.of(holder).get("/customers/" + customer).status()).isEqualTo(404);

        admin.patch(
                "/roles/" + code,
                Json.createObjectBuilder()
                        .add("version", 1)
                        .add("seesTeams", true)
                        .build());
        assertThat(Api.of(holder).get("/customers/" + customer).status()).isEqualTo(200);
    }

    @Test
    void aRoleIsMadeGrantsAtOnceAndIsDeletedWhenNobodyHoldsIt() {
        String code = "R" + Unique.number();
        JsonObject made = admin.post(
                        "/roles",
                        Json.createObjectBuilder()
                                .add("code", code)
                                .add("nameVi", "Thử")
                                .add("nameEn", "Trial")
                                .add("rights", array("job.view"))
                                .build())
                .json();
        assertThat(made.getString("scope")).isEqualTo("OWN");
        TestUser holder = TestUsers.create(code);
        assertThat(Api.of(holder).get("/customers").status()).isEqualTo(403);

        Answer changed = admin.patch(
                "/roles/" + code,
                Json.createObjectBuilder()
                        .add("version", 1)
                        .add("rights", array("customer.view"))
                        .build());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(Api.of(holder).get("/customers").status()).isEqualTo(200);
        assertThat(Api.of(holder).get("/jobs").status()).isEqualTo(403);

        assertThat(admin.delete("/roles/" + code).code()).isEqualTo("ROLE_IN_USE");
        Db.update("update app_user set role_code = 'STAFF' where id = ?", holder.id());
        assertThat(admin.delete("/roles/" + code).status()).isEqualTo(204);
    }

    @Test
    void theLastAdministratorKeepsTheRight() {
        JsonObject role = role("ADMINISTRATOR");
        JsonArrayBuilder rights = Json.createArrayBuilder();
        role.getJsonArray("rights").getValuesAs(JsonString.class).stream()
                .filter(right -> !right.getString().equals("user.manage"))
                .forEach(rights::add);

        Answer refused = admin.patch(
                "/roles/ADMINISTRATOR",
                Json.createObjectBuilder()
                        .add("version", role.getInt("version"))
                        .add("rights", rights)
                        .build());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("LAST_ADMINISTRATOR");
        assertThat(role("ADMINISTRATOR")).isEqualTo(role);
    }

    @Test
    void anUnknownRightIsRefused() {
        Answer refused = admin.patch(
                "/roles/STAFF",
                Json.createObjectBuilder()
                        .add("version", role("STAFF").getInt("version"))
                        .add("rights", array("khong.co"))
                        .build());
        assertThat(fields(refused)).containsExactly("rights");
    }

    private JsonObject role(String code) {
        return admin.get("/roles").items().getValuesAs(JsonObject.class).stream()
                .filter(role -> role.getString("code").equals(code))
                .map(role -> withoutUsers(role))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject withoutUsers(JsonObject role) {
        return Json.createObjectBuilder(role).remove("users").build();
    }

    private String register(TestTeam team) {
        return admin.post("/customers", customer(team.name())).json().getString("owner");
    }

    private static JsonObject customer(String team) {
        return Json.createObjectBuilder()
                .add("name", Unique.word())
                .add("team", team)
                .build();
    }

    private Answer deactivate(TestUser user, JsonObject to) {
        return admin.post("/users/" + user.id() + "/deactivate", to);
    }

    private static Answer signIn(String username, String password) {
        return Api.anonymous()
                .post(
                        "/tokens",
                        Json.createObjectBuilder()
                                .add("username", username)
                                .add("password", password)
                                .build());
    }

    private static JsonObjectBuilder user(String username) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("fullName", "Trần Thị Mới")
                .add("role", "STAFF");
    }

    private static JsonArrayBuilder array(String... texts) {
        return Json.createArrayBuilder(List.of(texts));
    }

    private static List<String> fields(Answer answer) {
        return answer.errors().getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toList();
    }

    private static long id(JsonObject json) {
        return json.getJsonNumber("id").longValue();
    }
}
