package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;

/** What runs while its server or database is killed goes on by itself: no row twice, none lost, the counts add up. */
class ImportSurvivalIT {

    private static final int ROWS = 40_000;
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);

    /** All in one test, since it takes a restart of the server. */
    @Test
    void anImportAnUndoABulkActionAndAnExportGoOnByThemselvesAfterTheServerWasKilled()
            throws IOException, SQLException {
        try (HalfUndoneTags tags = HalfUndoneTags.begin(user)) {
            killAmongOthers();
            tags.assertUndoneOnce();
        }
    }

    private void killAmongOthers() throws IOException {
        TestUser owner = TestUsers.staff();
        int customers = TestCustomers.sharingOneTime(owner, ROWS).size();
        long bulk = TestBulk.id(TestBulk.ask(
                api,
                "status",
                json("field", "owner", "op", "eq", "value", owner.username()),
                customers,
                json("code", "WON")));
        Await.until(
                "the first part",
                PATIENCE,
                () -> TestBulk.run(api, bulk).getJsonObject("progress").getInt("done") > 0);
        String word = Unique.word();
        long id = begun(word, 5_000);
        long export = TestExports.id(api.post(
                "/exports",
                TestExports.request("csv", TestExports.ownedBy(owner), "code").build()));
        Sen.killServer();
        Sen.startAgain();
        assertComplete(id, word);
        assertThat(TestExports.ended(api, export).getString("state")).isEqualTo("DONE");
        assertThat(Files.readAllLines(TestExports.fetch(user, export)))
                .hasSize(customers + 1)
                .doesNotHaveDuplicates();
        assertThat(TestBulk.counts(TestBulk.ended(api, bulk))).containsExactly(customers, 0, 0, 0);
        assertThat(Db.number(
                        "select count(*) from customer where owner_id = ? and status_id is not null and version = 2",
                        owner.id()))
                .isEqualTo(customers);
        assertThat(Db.number("select count(*) from audit_entry where cause = 'BULK' and cause_id = ?", bulk))
                .isEqualTo(customers);
    }

    private static JsonObject json(String... namesAndValues) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build();
    }

    @Test
    @Tag("full")
    void anImportGoesOnByItselfAfterTheDatabaseWasKilled() {
        String word = Unique.word();
        long id = begun(word, 5_000);
        Sen.killDatabase();
        Await.until(
                "the database", PATIENCE, () -> api.get("/import-runs/" + id).status() == 200);
        assertComplete(id, word);
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(ints = {1, 15_000, 30_000, 39_000})
    void whereverTheServerIsKilledTheImportIsWhole(int rows) {
        String word = Unique.word();
        long id = begun(word, rows);
        Sen.killServer();
        Sen.startAgain();
        assertComplete(id, word);
    }

    @Test
    @Tag("full")
    void verdictsOfWhichSomeWereFoundWhenTheServerWasKilledAreFoundAgain() {
        String word = Unique.word();
        long id = TestImports.id(TestImports.sendCsv(api, TestImports.csv(word, ROWS), "{}"));
        Await.until(
                "the first verdicts",
                PATIENCE,
                () -> Db.number("select count(*) from (select from import_verdict where run_id = ? limit 1) v", id)
                        > 0);
        Sen.killServer();
        Sen.startAgain();
        assertComplete(id, word);
    }

    @Test
    void aRunThatIsToldToStopRestsAndCanBeResumed() {
        String word = Unique.word();
        long id = begun(word, 1);
        post(id, "stop");
        Await.until("the stop", PATIENCE, () -> !isAtWork(id));
        if (TestImports.state(api, id).equals("STOPPED")) {
            post(id, "resume");
        }
        assertComplete(id, word);
    }

    /** Starts an import and returns once so many of its rows have been dealt with, in whatever phase. */
    private long begun(String word, int rows) {
        Answer sent = TestImports.sendCsv(api, TestImports.csv(word, ROWS), "{}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        long id = TestImports.id(sent);
        Await.until("rows of the import", PATIENCE, () -> !isAtWork(id) || done(id) >= rows);
        return id;
    }

    /** While the database is away nobody can tell; the answer before may still have come from the one that was killed. */
    private boolean isAtWork(long id) {
        Answer answer = api.get("/import-runs/" + id);
        return answer.status() != 200
                || Set.of("CHECKING", "RUNNING", "MAPPED")
                        .contains(answer.json().getString("state"));
    }

    private int done(long id) {
        return TestImports.run(api, id).getJsonObject("progress").getInt("done");
    }

    private void post(long id, String verb) {
        api.send("POST", "/import-runs/" + id + "/" + verb, null, java.net.http.HttpRequest.BodyPublishers.noBody());
    }

    private void assertComplete(long id, String word) {
        Await.until("the end of the import", PATIENCE, () -> !isAtWork(id));
        JsonObject run = TestImports.run(api, id);
        assertThat(run.getString("state")).as(run.toString()).isEqualTo("DONE_WITH_ERRORS");
        assertThat(TestImports.count(run, "read")).isEqualTo(ROWS);
        assertThat(TestImports.count(run, "refused")).isEqualTo(ROWS / 20);
        assertThat(TestImports.count(run, "created")).isEqualTo(ROWS - ROWS / 20);
        String like = "Khách " + word + " %";
        assertThat(Db.number("select count(*) from customer where name like ?", like))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(Db.number("select count(distinct name) from customer where name like ?", like))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(Db.number("select count(*) from audit_entry where cause = 'IMPORT' and cause_id = ?", id))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(Db.number(
                        "select count(*) from identity_key k join customer c on c.id = k.customer_id"
                                + " where c.name like ? and k.kind = 'PHONE'",
                        like))
                .isEqualTo(ROWS - ROWS / 20);
    }
}
