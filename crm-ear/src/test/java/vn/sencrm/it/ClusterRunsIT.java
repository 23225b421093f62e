package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** What a server has begun, the other ends as if nothing had happened: after a death, and after a freeze it wakes from. */
@Tag("cluster")
class ClusterRunsIT {

    private static final int CUSTOMERS = 30_000;
    private static final int ROWS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final TestUser user = TestUsers.administrator();
    private final TestUser owner = TestUsers.staff();
    private final Api api = Api.of(user);
    private final String word = Unique.word();
    private long importRun;
    private long bulkAction;
    private long export;
    private long nightly;

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @Test
    void theOtherServerTakesOverWhatADeadOneHadBegun() throws SQLException, IOException {
        whileAllAreAtWork("b", () -> Cluster.kill("b"));
        assertTakenOver("a");
        assertComplete();
    }

    @Test
    void aServerThatWasFrozenWritesNothingIntoRunsItHasLost() throws SQLException, IOException {
        whileAllAreAtWork("a", () -> Cluster.freeze("a"));
        try {
            assertTakenOver("b");
            assertComplete();
        } finally {
            Cluster.wake("a");
        }
        Await.until("the frozen server", PATIENCE, () -> Cluster.isReady("a"));
        Await.until(
                "what it was doing to end",
                PATIENCE,
                () -> Db.number(
                                """
                select count(*) from pg_stat_activity where state like 'idle in transaction%'""")
                        == 0);
        assertComplete();
        assertThat(Sen.at("a", () -> api.get("/customers", "size", "1")).status())
                .isEqualTo(200);
    }

    /**
     * Has a server begin one run of each kind and holds them all at their next look at customers; then the accident
     * happens, and the database answers again whoever still listens.
     */
    private void whileAllAreAtWork(String server, Runnable accident) throws SQLException {
        TestCustomers.sharingOneTime(owner, CUSTOMERS);
        try (Connection connection = Sen.connect()) {
            connection.setAutoCommit(false);
            Sen.at(server, this::begin);
            connection.createStatement().execute("lock table customer in access exclusive mode");
            Sen.at(server, this::beginExport);
            Await.until("all runs to be begun by " + server, PATIENCE, () -> owners().equals(List.of(server)));
            accident.run();
            connection.rollback();
        }
    }

    private Void begin() {
        importRun = TestImports.id(TestImports.sendCsv(api, TestImports.csv(word, ROWS), "{}"));
        bulkAction = TestBulk.id(TestBulk.ask(
                api,
                "status",
                TestExports.ownedBy(owner),
                CUSTOMERS,
                Json.createObjectBuilder().add("code", "WON").build()));
        Answer started = Api.of(TestUsers.create("OPERATOR"))
                .send("POST", "/jobs/checks-nightly/runs", null, BodyPublishers.noBody());
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        nightly = started.json().getJsonNumber("id").longValue();
        return null;
    }

    /** Asked for once customers are held: it would be over before. */
    private Void beginExport() {
        export = TestExports.id(api.post(
                "/exports",
                TestExports.request("csv", TestExports.ownedBy(owner), "code").build()));
        return null;
    }

    /** Whose the four runs are; a run that has no owner counts as nobody's. */
    private List<String> owners() {
        return Db.texts(
                """
                select distinct coalesce(split_part(owner, ':', 1), state) from (
                    select owner, state from import_run where id = ?
                    union all select owner, state from bulk_action where id = ?
                    union all select owner, state from export_run where id = ?
                    union all select owner, state from job_run where id = ?) r
                order by 1
                """,
                importRun,
                bulkAction,
                export,
                nightly);
    }

    private void assertTakenOver(String server) {
        String lost = Cluster.other(server);
        Await.until("the takeover", Cluster.TAKEOVER, () -> !owners().contains(lost));
    }

    private void assertComplete() throws IOException {
        JsonObject imported = TestImports.ended(api, importRun);
        assertThat(imported.getString("state")).as(imported.toString()).isEqualTo("DONE_WITH_ERRORS");
        assertThat(TestImports.count(imported, "created")).isEqualTo(ROWS - ROWS / 20);
        assertThat(TestImports.count(imported, "refused")).isEqualTo(ROWS / 20);
        assertThat(Db.number("select count(*) from customer where name like ?", "Khách " + word + " %"))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(Db.number("select count(*) from audit_entry where cause = 'IMPORT' and cause_id = ?", importRun))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(TestBulk.counts(TestBulk.ended(api, bulkAction))).containsExactly(CUSTOMERS, 0, 0, 0);
        assertThat(Db.number(
                        "select count(*) from customer where owner_id = ? and status_id is not null and version = 2",
                        owner.id()))
                .isEqualTo(CUSTOMERS);
        assertThat(Db.number("select count(*) from audit_entry where cause = 'BULK' and cause_id = ?", bulkAction))
                .isEqualTo(CUSTOMERS);
        assertThat(TestExports.ended(api, export).getString("state")).isEqualTo("DONE");
        assertThat(Files.readAllLines(TestExports.fetch(user, export)))
                .hasSize(CUSTOMERS + 1)
                .doesNotHaveDuplicates();
        Await.until("the nightly job", PATIENCE, () -> Db.text("select state from job_run where id = ?", nightly)
                .equals("DONE"));
    }
}
