package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;
import vn.sencrm.it.TestTeams.TestTeam;

/** Dealing customers out by a team's rule (ASG-2, ASG-3). */
class AssignmentApiIT {

    private final TestUser boss = TestUsers.administrator();
    private final Api admin = Api.of(boss);

    @Test
    void aTeamInSequenceGoesOnWhereItStopped() {
        List<TestUser> members = users(3);
        TestTeam team = TestTeams.of("SEQUENTIAL", members);
        List<Long> customers = TestCustomers.sharingOneTime(boss, 5);

        assertThat(assign(customers.subList(0, 2), team, null).getInt("queued")).isZero();
        assign(customers.subList(2, 5), team, null);

        List<String> owners = names(members);
        assertThat(customers.stream().map(AssignmentApiIT::owner))
                .containsExactly(owners.get(0), owners.get(1), owners.get(2), owners.get(0), owners.get(1));
        assertThat(Db.text(
                        "select version || ' ' || cause || ' ' || actor_id || ' ' || (before ->> 'owner') || ' '"
                                + " || (after ->> 'owner') || ' ' || (after ->> 'team') from audit_entry"
                                + " where entity = 'customer' and entity_id = ?",
                        customers.get(0)))
                .isEqualTo("2 API " + boss.id() + " " + boss.id() + " "
                        + members.get(0).id() + " " + team.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEQUENTIAL", "RANDOM"})
    void inOneDealingEveryMemberGetsTheSameOrOneMore(String mode) {
        List<TestUser> members = users(3);
        TestTeam team = TestTeams.of(mode, members);
        assign(TestCustomers.sharingOneTime(boss, 100), team, null);
        assertThat(members.stream().map(team::owned))
                .allSatisfy(n -> assertThat(n).isBetween(33L, 34L));
    }

    /** Twenty at a time, some of one and some of many: nobody gets two more than another. */
    @Test
    void dealingsAtTheSameTimeDoNotFavourAnybody() throws Exception {
        List<TestUser> members = users(7);
        TestTeam team = TestTeams.of("SEQUENTIAL", members);
        List<Callable<Integer>> dealings = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < 20; i++) {
            int number = i % 4 == 0 ? 1 : i;
            all += number;
            List<Long> customers = TestCustomers.sharingOneTime(boss, number);
            dealings.add(() -> assignAnswer(customers, team, null).status());
        }
        for (int i = 0; i < 40; i++) {
            all++;
            dealings.add(() -> admin.post("/customers", customer(team).build()).status());
        }

        assertThat(atOnce(dealings)).allMatch(status -> status == 200 || status == 201);

        long least = all / 7;
        assertThat(members.stream().map(team::owned))
                .allSatisfy(n -> assertThat(n).isBetween(least, least + 1));
        assertThat(members.stream().mapToLong(team::owned).sum()).isEqualTo(all);
    }

    /** Two teams that share a member deal at once; the member's limit holds for both together. */
    @Test
    void aLimitHoldsWhateverIsDealtAtTheSameTime() throws Exception {
        TestUser busy = TestUsers.staff();
        TestTeam one = TestTeams.of("SEQUENTIAL", busy);
        TestTeam other = TestTeams.of("SEQUENTIAL", busy);
        one.set("max_open = 5", busy);
        other.set("max_open = 5", busy);

        atOnce(IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> admin.post(
                                "/customers", customer(i % 2 == 0 ? one : other).build())
                        .status())
                .toList());

        assertThat(one.owned(busy) + other.owned(busy)).isEqualTo(5);
        assertThat(one.queued() + other.queued()).isEqualTo(15);
    }

    @Test
    void whoCannotTakePartIsPassedOverAndTheLogSaysWhy() {
        List<TestUser> users = users(6);
        TestTeam team = TestTeams.of("SEQUENTIAL", users);
        Db.update(
                "update app_user set active = false where id = ?", users.get(0).id());
        team.set("active = false", users.get(1));
        team.set("absent_from = current_date - 1, absent_to = current_date + 1", users.get(2));
        team.set("max_open = 2", users.get(3));
        team.set("absent_from = current_date + 2", users.get(4));

        List<Long> customers = TestCustomers.sharingOneTime(boss, 8);
        assign(customers, team, null);

        assertThat(users.stream().map(team::owned)).containsExactly(0L, 0L, 0L, 2L, 3L, 3L);
        assertThat(Db.texts(
                        """
                        select m.given || coalesce(' ' || m.passed_over, '') from team_deal d
                        join team_deal_member m on m.deal_id = d.id
                        join team_member t on t.team_id = d.team_id and t.user_id = m.user_id
                        where d.team_id = ? order by t.position
                        """,
                        team.id()))
                .containsExactly("0 USER_INACTIVE", "0 MEMBER_INACTIVE", "0 ABSENT", "2 FULL", "3", "3");
    }

    @Test
    void openCustomersAloneCountForALimit() {
        TestUser member = TestUsers.staff();
        TestTeam team = TestTeams.of("RANDOM", member);
        team.set("max_open = 3", member);
        List<Long> contacts = TestCustomers.sharingOneTime(member, 5);
        Db.update("update customer set stage = 'CONTACT' where owner_id = ?", member.id());
        List<Long> customers = TestCustomers.sharingOneTime(boss, 5);

        assertThat(contacts).hasSize(5);
        assertThat(assign(customers, team, null).getInt("queued")).isEqualTo(2);
        assertThat(team.owned(member)).isEqualTo(3);
    }

    @Test
    void whatNobodyCanTakeWaitsInTheQueueAndIsDealtOutOldestFirst() {
        TestUser member = TestUsers.staff();
        TestTeam team = TestTeams.of("SEQUENTIAL", member);
        team.set("absent_from = current_date - 1", member);
        JsonObject first = created(customer(team).build());
        JsonObject second = created(customer(team).build());
        assertThat(first.isNull("owner")).isTrue();

        team.set("absent_from = null, max_open = 1", member);
        Await.until("the queue is dealt out", Duration.ofSeconds(60), () -> team.queued() == 1);

        assertThat(owner(id(first))).isEqualTo(member.username());
        assertThat(owner(id(second))).isNull();
        assertThat(Db.text(
                        "select cause || coalesce(actor_id, 0) from audit_entry where entity = 'customer'"
                                + " and entity_id = ? and version = 2",
                        id(first)))
                .isEqualTo("SYSTEM0");
    }

    @Test
    void aPersonChosenGetsAllAndTheTurnDoesNotMove() {
        List<TestUser> members = users(2);
        TestTeam team = TestTeams.of("SEQUENTIAL", members);
        List<Long> customers = TestCustomers.sharingOneTime(boss, 3);

        assign(customers.subList(0, 2), team, members.get(1));
        assign(customers.subList(2, 3), team, null);

        List<String> owners = names(members);
        assertThat(customers.stream().map(AssignmentApiIT::owner))
                .containsExactly(owners.get(1), owners.get(1), owners.get(0));
    }

    @Test
    void aTeamWithoutARuleAndNoPersonIsRefusedAndNothingChanges() {
        TestTeam team = TestTeams.of("NONE", TestUsers.staff());
        List<Long> customers = TestCustomers.sharingOneTime(boss, 2);

        Answer answer = assignAnswer(customers, team, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("TEAM_WITHOUT_RULE");
        assertThat(answer.json().getString("detail")).contains(team.name());
        assertThat(customers.stream().map(AssignmentApiIT::owner)).containsOnly(boss.username());
    }

    @Test
    void nobodyGivesAwayWhatTheyMayNotChange() {
        TestUser manager = TestUsers.create("MANAGER");
        List<Long> customers = TestCustomers.sharingOneTime(boss, 2);
        List<Long> withOneThatIsNone =
                Stream.concat(customers.stream(), Stream.of(999_999_999L)).toList();
        TestTeam team = TestTeams.of("SEQUENTIAL", manager);

        assertThat(assignAnswer(withOneThatIsNone, team, null).status()).isEqualTo(404);
        assertThat(customers.stream().map(AssignmentApiIT::owner)).containsOnly(boss.username());
        assertThat(Db.number("select count(*) from team_deal where team_id = ?", team.id()))
                .isZero();
        assertThat(Api.of(TestUsers.staff())
                        .post("/assignments", body(customers, team, null))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void unknownNamesAreToldByField() {
        JsonObject body = Json.createObjectBuilder()
                .add("customers", Json.createArrayBuilder().add(1))
                .add("team", "không có")
                .add("owner", "không có")
                .build();
        assertThat(admin.post("/assignments", body).errors()).hasSize(2);
    }

    /** A customer registered for a team, or given to one later without a person, is dealt out like any other. */
    @Test
    void registeringAndChangingDealOutToo() {
        List<TestUser> members = users(2);
        TestTeam team = TestTeams.of("SEQUENTIAL", members);

        JsonObject registered = created(customer(team).build());
        assertThat(registered.getString("owner")).isEqualTo(members.get(0).username());

        JsonObject other =
                created(Json.createObjectBuilder().add("name", Unique.word()).build());
        JsonObject change = Json.createObjectBuilder()
                .add("version", 1)
                .add("team", team.name())
                .addNull("owner")
                .build();
        assertThat(admin.patch("/customers/" + id(other), change).json().getString("owner"))
                .isEqualTo(members.get(1).username());
    }

    /** Rows with an owner keep it; of a team without a rule the importer has them, as without a team. */
    @Test
    void anImportDealsOutTheRowsOfATeamThatNameNoOwner() {
        List<TestUser> members = users(2);
        TestTeam dealing = TestTeams.of("SEQUENTIAL", members);
        TestTeam waiting = TestTeams.of("SEQUENTIAL");
        TestTeam idle = TestTeams.of("NONE");
        String word = Unique.word();
        StringBuilder csv = new StringBuilder("Họ tên,Nhóm phụ trách,Người phụ trách\n");
        for (int i = 0; i < 5; i++) {
            csv.append("Lan " + word + "," + dealing.name() + ",\n");
        }
        csv.append("Nam " + word + "," + dealing.name() + "," + boss.username() + "\n");
        csv.append("Chờ " + word + "," + waiting.name() + ",\n");
        csv.append("Khác " + word + "," + idle.name() + ",\n");

        JsonObject run = TestImports.ended(
                admin,
                TestImports.sendCsv(
                        admin,
                        csv.toString(),
                        "{\"mapping\":{\"Họ tên\":\"name\",\"Nhóm phụ trách\":\"team\",\"Người phụ trách\":\"owner\"}}"));

        assertThat(TestImports.count(run, "created")).as(run.toString()).isEqualTo(8);
        assertThat(members.stream().map(dealing::owned)).containsExactly(3L, 2L);
        assertThat(dealing.owned(boss)).isEqualTo(1);
        assertThat(waiting.queued()).isEqualTo(1);
        assertThat(idle.owned(boss)).isEqualTo(1);
        assertThat(Db.texts(
                        "select distinct (a.after ->> 'owner')::bigint is not distinct from c.owner_id from customer c"
                                + " join audit_entry a on a.entity = 'customer' and a.entity_id = c.id"
                                + " where c.team_id in (?, ?, ?)",
                        dealing.id(),
                        waiting.id(),
                        idle.id()))
                .containsExactly("t");
    }

    private static List<TestUser> users(int number) {
        return Stream.generate(TestUsers::staff).limit(number).toList();
    }

    private static List<String> names(List<TestUser> users) {
        return users.stream().map(TestUser::username).toList();
    }

    private static String owner(long customerId) {
        return Db.text(
                "select u.username from customer c left join app_user u on u.id = c.owner_id where c.id = ?",
                customerId);
    }

    private JsonObject assign(List<Long> customers, TestTeam team, TestUser person) {
        Answer answer = assignAnswer(customers, team, person);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer assignAnswer(List<Long> customers, TestTeam team, TestUser person) {
        return admin.post("/assignments", body(customers, team, person));
    }

    private static JsonObject body(List<Long> customers, TestTeam team, TestUser person) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("customers", Json.createArrayBuilder(customers))
                .add("team", team.name());
        return (person == null ? body : body.add("owner", person.username())).build();
    }

    private static JsonObjectBuilder customer(TestTeam team) {
        return Json.createObjectBuilder().add("name", Unique.word()).add("team", team.name());
    }

    private JsonObject created(JsonObject body) {
        Answer answer = admin.post("/customers", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static long id(JsonObject customer) {
        return customer.getJsonNumber("id").longValue();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
