package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import vn.sencrm.it.Api.Answer;

/**
 * Who writes something for a customer in the very moment of its merge: nothing stays behind with the slave. The moment
 * is made by locks of the test's own, in a row that the merge needs.
 */
class MergeRaceIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Api admin = Api.of(TestUsers.administrator());
    private final JsonObject slave =
            created(person().add("tags", Json.createArrayBuilder().add(Unique.word())));
    private final JsonObject master = created(person());

    // ---- whoever was first

    @Test
    void whatIsBeingWrittenWhenAMergeComesGoesAlong() throws SQLException {
        CompletableFuture<Answer> merge;
        try (Connection other = begun(
                "insert into customer_comment (id, customer_id, author_id, text, created_at)"
                        + " select nextval('customer_comment_seq'), ?, min(id), 'Gọi lại', now() from app_user",
                id(slave))) {
            merge = CompletableFuture.supplyAsync(this::merge);
            awaitWaiting(other, 1);
            other.commit();
        }
        assertThat(merge.join().status()).isEqualTo(201);
        assertThat(admin.get("/customers/" + id(master) + "/comments").items()).hasSize(1);
        assertNothingIsLeftWithTheSlave();
    }

    // ---- whoever comes while the merge is at work

    @Test
    void whoCommentsDuringAMergeIsLedToTheMaster() {
        Answer answer = duringTheMerge(() -> admin.post(
                "/customers/" + id(slave) + "/comments",
                Json.createObjectBuilder().add("text", "Gọi lại").build()));
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("location")).endsWith("/customers/" + id(master) + "/comments");
    }

    @Test
    void whoFollowsDuringAMergeIsLedToTheMaster() {
        Answer answer = duringTheMerge(
                () -> admin.send("PUT", "/customers/" + id(slave) + "/follow", null, BodyPublishers.noBody()));
        assertThat(answer.header("location")).endsWith("/customers/" + id(master) + "/follow");
    }

    @Test
    void whoSharesDuringAMergeIsLedToTheMaster() {
        TestUser colleague = TestUsers.staff();
        Answer answer = duringTheMerge(() -> admin.post(
                "/customers/" + id(slave) + "/shares",
                Json.createObjectBuilder().add("user", colleague.username()).build()));
        assertThat(answer.header("location")).endsWith("/customers/" + id(master) + "/shares");
    }

    @Test
    void whoPutsTheSlaveIntoAGroupDuringTheMergeIsToldThatItIsGone() {
        long group = created("/customer-groups", group());
        Answer answer = duringTheMerge(() -> send("PUT", "/customer-groups/" + group + "/members", "ids"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errors().getJsonObject(0).getString("code")).isEqualTo("UNKNOWN_CUSTOMER");
    }

    @Test
    void whoPutsTheSlaveOnARouteDuringTheMergeIsToldThatItIsGone() {
        long route = created(
                "/routes", Json.createObjectBuilder().add("code", Unique.word()).add("name", Unique.word()));
        Answer answer = duringTheMerge(() -> send("POST", "/routes/" + route + "/customers", "customers"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errors().getJsonObject(0).getString("code")).isEqualTo("UNKNOWN_CUSTOMER");
    }

    @Test
    void aContactThatNamesTheSlaveDuringTheMergeIsOneOfTheMaster() {
        Answer answer = duringTheMerge(() -> admin.post(
                "/customers", person().add("account", slave.getString("code")).build()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().getString("account")).isEqualTo(master.getString("code"));
    }

    @Test
    void aBulkActionThatMeetsAMergeSkipsTheSlave() {
        TestUser owner = TestUsers.staff();
        Db.update("update customer set owner_id = ? where id = ?", owner.id(), id(slave));
        long run = duringTheMerge(() -> TestBulk.id(TestBulk.ask(
                admin,
                "follow",
                Json.createObjectBuilder()
                        .add("field", "owner")
                        .add("op", "eq")
                        .add("value", owner.username())
                        .build(),
                1,
                JsonObject.EMPTY_JSON_OBJECT)));
        assertThat(TestBulk.counts(TestBulk.ended(admin, run))).containsExactly(0, 0, 1, 0);
    }

    // ---- imports

    @Test
    void anImportThatChangesTheSlaveDuringTheMergeRefusesTheRowAndSaysSo() {
        JsonObject run = importDuringTheMerge(
                "customers",
                "Mã KH,Tên KH,Ghi chú\n" + slave.getString("code") + ",Tên mới,Ghi\n",
                "{\"stage\":\"LEAD\",\"key\":\"CODE\",\"onMatch\":\"OVERWRITE\"}");
        assertThat(TestImports.count(run, "refused")).as(run.toString()).isEqualTo(1);
        assertThat(Db.texts("select error_code from import_verdict where run_id = ?", id(run)))
                .containsExactly("STALE");
        assertThat(admin.get("/customers/" + id(master)).json().getString("name"))
                .isEqualTo(master.getString("name"));
        assertThat(Db.text("select name from customer where id = ?", id(slave))).isEqualTo(slave.getString("name"));
    }

    @Test
    void aContactImportedForTheSlaveDuringTheMergeIsOneOfTheMaster() {
        String name = "Người " + Unique.word();
        JsonObject run = importDuringTheMerge(
                "contacts",
                "Tên,Mã công ty\n" + name + "," + slave.getString("code") + "\n",
                "{\"mapping\":{\"Tên\":\"name\",\"Mã công ty\":\"account\"}}");
        assertThat(TestImports.count(run, "created")).as(run.toString()).isEqualTo(1);
        assertThat(Db.number("select account_id from customer where name = ?", name))
                .isEqualTo(id(master));
    }

    @Test
    void aRowThatFindsTheSlaveDuringTheMergePutsTheMasterIntoTheGroup() {
        long group = created("/customer-groups", group());
        JsonObject run = importDuringTheMerge(
                "customers",
                "Mã KH,Tên KH\n" + slave.getString("code") + ",Tên\n",
                "{\"stage\":\"LEAD\",\"key\":\"CODE\",\"onMatch\":\"SKIP\",\"groupId\":" + group + "}");
        assertThat(TestImports.count(run, "skipped")).as(run.toString()).isEqualTo(1);
        assertThat(Db.texts("select customer_id from group_member where group_id = ?", group))
                .containsExactly(Long.toString(id(master)));
    }

    /** Begins it while the merge is at work, and tells how it ended. */
    private JsonObject importDuringTheMerge(String type, String csv, String options) {
        long run = duringTheMerge(() -> TestImports.id(TestImports.send(
                admin, type, "import-" + Unique.number() + ".csv", csv.getBytes(StandardCharsets.UTF_8), options)));
        return TestImports.ended(admin, run);
    }

    // ---- the moment

    /**
     * Lets a merge go as far as the slave's tags, when comments and followers have moved already; does something, which
     * must wait for the merge; lets the merge go on.
     */
    private <T> T duringTheMerge(Supplier<T> something) {
        CompletableFuture<Answer> merge;
        CompletableFuture<T> done;
        try (Connection other = begun("update customer_tag set tag_id = tag_id where customer_id = ?", id(slave))) {
            merge = CompletableFuture.supplyAsync(this::merge);
            awaitWaiting(other, 1);
            done = CompletableFuture.supplyAsync(something);
            awaitWaiting(other, 2);
            other.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(merge.join().status()).as(merge.join().body()).isEqualTo(201);
        T result = done.join();
        assertNothingIsLeftWithTheSlave();
        return result;
    }

    private static Connection begun(String sql, long id) throws SQLException {
        Connection connection = Sen.connect();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        return connection;
    }

    /** Who waits for this transaction, or for somebody who does. */
    private static void awaitWaiting(Connection holder, int many) throws SQLException {
        int pid = holder.unwrap(PGConnection.class).getBackendPID();
        Await.until(
                many + " who wait for a lock",
                LIMIT,
                () -> Db.number(
                                """
                                with recursive waiting (pid) as (
                                    select a.pid from pg_stat_activity a where ? = any (pg_blocking_pids(a.pid))
                                    union
                                    select a.pid from pg_stat_activity a
                                    join waiting w on w.pid = any (pg_blocking_pids(a.pid)))
                                select count(*) from waiting
                                """,
                                pid)
                        >= many);
    }

    private void assertNothingIsLeftWithTheSlave() {
        Function<String, Long> rows =
                table -> Db.number("select count(*) from " + table + " where customer_id = ?", id(slave));
        for (String table : Db.texts("select conrelid::regclass::text from pg_constraint where contype = 'f'"
                + " and confrelid = 'customer'::regclass and pg_get_constraintdef(oid) like '%(customer_id)%'")) {
            assertThat(rows.apply(table)).as(table).isZero();
        }
        assertThat(Db.number("select count(*) from customer where account_id = ?", id(slave)))
                .isZero();
    }

    // ---- helpers

    private Answer merge() {
        return admin.post(
                "/merges",
                Json.createObjectBuilder()
                        .add("masterId", id(master))
                        .add("slaveIds", Json.createArrayBuilder().add(id(slave)))
                        .add(
                                "versions",
                                Json.createObjectBuilder()
                                        .add("" + id(master), 1)
                                        .add("" + id(slave), 1))
                        .build());
    }

    private static JsonObjectBuilder group() {
        return Json.createObjectBuilder().add("name", Unique.word()).add("description", "Nhóm");
    }

    private Answer send(String method, String path, String name) {
        String body = Json.createObjectBuilder()
                .add(name, Json.createArrayBuilder().add(id(slave)))
                .build()
                .toString();
        return admin.send(method, path, "application/json", BodyPublishers.ofString(body));
    }

    private static JsonObjectBuilder person() {
        return Json.createObjectBuilder()
                .add("kind", "INDIVIDUAL")
                .add("stage", "LEAD")
                .add("name", "Khách " + Unique.word());
    }

    private JsonObject created(JsonObjectBuilder customer) {
        Answer answer = admin.post("/customers?onDuplicate=allow", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private long created(String path, JsonObjectBuilder body) {
        Answer answer = admin.post(path, body.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return id(answer.json());
    }

    private static long id(JsonObject json) {
        return json.getJsonNumber("id").longValue();
    }
}
