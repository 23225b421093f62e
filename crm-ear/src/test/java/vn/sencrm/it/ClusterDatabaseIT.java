package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** The database goes away for a minute, under users and under runs of both servers. */
@Tag("cluster")
class ClusterDatabaseIT {

    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** What the slowest answer may take meanwhile: a balancer gives up after a minute, a person sooner. */
    private static final double SLOWEST = 15;

    private static final int CUSTOMERS = 30_000;
    private static final int ROWS = 20_000;

    private final TestUser user = TestUsers.administrator();
    private final TestUser owner = TestUsers.staff();
    private final Api api = Api.of(user);
    private final String word = Unique.word();
    private long importRun;
    private long bulkAction;
    private long nightly;
    private double slowest;

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @Test
    void whileTheDatabaseIsAwayUsersAreToldAndBothServersComeBackByThemselvesWithTheirRuns() throws SQLException {
        Visit vietnamese = Visit.signedIn(user);
        Visit english = Visit.signedIn(TestUsers.administrator());
        english.get("/index.xhtml?lang=en");
        assertThat(english.get("/index.xhtml").body()).contains("lang=\"en\"");
        takeAwayFromRunsUnderWay();
        try {
            assertReadiness(503);
            long end = System.nanoTime() + AWAY.toNanos();
            Await.until("a minute without the database", PATIENCE, () -> {
                assertTold(vietnamese, "Hệ thống tạm thời chưa sẵn sàng");
                assertTold(english, "The system is not ready yet");
                return System.nanoTime() > end;
            });
            assertReadiness(503);
        } finally {
            Cluster.start("database");
        }
        assertReadiness(200);
        Await.until("the balancer", PATIENCE, () -> health("").status() == 200);
        assertThat(vietnamese.get("/customer/list.xhtml").status()).isEqualTo(200);
        assertThat(english.get("/customer/list.xhtml").body()).contains("lang=\"en\"");
        assertComplete();
        System.out.printf("figure cluster.database.slowest %.1f s%n", slowest);
    }

    /** Each server has begun a run and looks at customers when the connections break. */
    private void takeAwayFromRunsUnderWay() throws SQLException {
        TestCustomers.sharingOneTime(owner, CUSTOMERS);
        JobsIT.start("checks-nightly");
        nightly = Db.number("select max(id) from job_run where job_name = 'checks-nightly'");
        try (Connection connection = Sen.connect()) {
            connection.setAutoCommit(false);
            importRun = Sen.at("a", () -> TestImports.id(TestImports.sendCsv(api, TestImports.csv(word, ROWS), "{}")));
            bulkAction = Sen.at("b", this::begin);
            connection.createStatement().execute("lock table customer in access exclusive mode");
            Await.until(
                    "both runs to be begun",
                    PATIENCE,
                    () -> Db.number(
                                    """
                            select count(*) from (select owner from import_run where id = ? and phase is not null
                                                  union all select owner from bulk_action where id = ?) r
                            where owner is not null
                            """,
                                    importRun,
                                    bulkAction)
                            == 2);
            Cluster.stop("database");
        }
    }

    private long begin() {
        return TestBulk.id(TestBulk.ask(
                api,
                "status",
                TestExports.ownedBy(owner),
                CUSTOMERS,
                Json.createObjectBuilder().add("code", "WON").build()));
    }

    /** A server that lacks its database lives, but is not ready. */
    private static void assertReadiness(int expected) {
        for (String server : Cluster.SERVERS) {
            Await.until(
                    server + " to answer " + expected,
                    PATIENCE,
                    () -> Sen.at(server, () -> health("/ready")).status() == expected);
            assertThat(Sen.at(server, () -> health("/live")).status()).isEqualTo(200);
        }
    }

    private static Answer health(String which) {
        return Api.anonymous().get("/health" + which);
    }

    private void assertTold(Visit visit, String title) {
        for (String page : List.of("/customer/list.xhtml", "/index.xhtml", "/login.xhtml")) {
            Answer answer = timed(() -> visit.get(page));
            assertThat(answer.status()).as(page).isIn(200, 503);
            assertThat(page.equals("/login.xhtml") || answer.status() == 503)
                    .as(page)
                    .isTrue();
            if (answer.status() == 503) {
                assertThat(answer.body()).contains(title).doesNotContain("Exception", "\tat ");
            }
        }
        Answer program = timed(() -> api.get("/customers"));
        assertThat(program.status()).isEqualTo(503);
        assertThat(program.body()).doesNotContain("Exception");
    }

    private Answer timed(Supplier<Answer> click) {
        long start = System.nanoTime();
        Answer answer = click.get();
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        assertThat(slowest).as("seconds of the slowest answer").isLessThan(SLOWEST);
        return answer;
    }

    private void assertComplete() {
        var imported = TestImports.ended(api, importRun);
        assertThat(imported.getString("state")).as(imported.toString()).isEqualTo("DONE_WITH_ERRORS");
        assertThat(TestImports.count(imported, "created")).isEqualTo(ROWS - ROWS / 20);
        assertThat(TestImports.count(imported, "refused")).isEqualTo(ROWS / 20);
        assertThat(Db.number("select count(*) from customer where name like ?", "Khách " + word + " %"))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(TestBulk.counts(TestBulk.ended(api, bulkAction))).containsExactly(CUSTOMERS, 0, 0, 0);
        assertThat(Db.number("select count(*) from audit_entry where cause = 'BULK' and cause_id = ?", bulkAction))
                .isEqualTo(CUSTOMERS);
        Await.until("the nightly job", PATIENCE, () -> Db.text("select state from job_run where id = ?", nightly)
                .matches("DONE|FAILED"));
        assertThat(Db.text("select state || coalesce(error_detail, '') from job_run where id = ?", nightly))
                .isEqualTo("DONE");
    }
}
