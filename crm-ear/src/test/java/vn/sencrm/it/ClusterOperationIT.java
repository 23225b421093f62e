package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** What operators do while users work. */
@Tag("cluster")
class ClusterOperationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @Test
    void whileServersAreRestartedOneAfterTheOtherNobodyNotices() {
        BusyOffice office = BusyOffice.open(6, false);
        try (office) {
            Await.until("everybody at work", PATIENCE, () -> office.clicks() > 40);
            Cluster.restart();
            int clicks = office.clicks();
            Await.until("everybody still at work", PATIENCE, () -> office.clicks() > clicks + 40);
            office.assertAllWork();
        }
        System.out.printf(
                "figure cluster.rolling.clicks %d%nfigure cluster.rolling.failed %d%nfigure cluster.rolling.slowest %.1f s%n",
                office.clicks(), office.failures().size(), office.slowestSeconds());
        assertThat(office.failures()).isEmpty();
        assertThat(office.lostLogins()).isZero();
        office.users().forEach(BusyUser::assertBooksBalance);
    }

    @Test
    void whileTheDatabaseIsAwayUsersAreToldAndBothServersComeBackByThemselvesWithTheirRuns() {
        TestUser user = TestUsers.administrator();
        TestUser owner = TestUsers.staff();
        Api api = Api.of(user);
        Visit visit = Visit.signedIn(user);
        int customers = TestCustomers.sharingOneTime(owner, 30_000).size();
        long bulk = TestBulk.id(TestBulk.ask(
                api,
                "status",
                TestExports.ownedBy(owner),
                customers,
                Json.createObjectBuilder().add("code", "WON").build()));
        JobsIT.start("checks-nightly");
        long nightly = Db.number("select max(id) from job_run where job_name = 'checks-nightly'");
        Cluster.stop("database");
        try {
            Await.until(
                    "the loss of the database",
                    PATIENCE,
                    () -> Api.anonymous().get("/health").status() == 503);
            Answer page = visit.get("/customer/list.xhtml");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("Hệ thống tạm thời chưa sẵn sàng");
            assertThat(api.get("/customers").status()).isEqualTo(503);
        } finally {
            Cluster.start("database");
        }
        Cluster.SERVERS.forEach(server -> Await.until(server, PATIENCE, () -> Cluster.isReady(server)));
        Await.until(
                "the balancer", PATIENCE, () -> Api.anonymous().get("/health").status() == 200);
        assertThat(visit.get("/customer/list.xhtml").status()).isEqualTo(200);
        assertThat(TestBulk.counts(TestBulk.ended(api, bulk))).containsExactly(customers, 0, 0, 0);
        Await.until("the nightly job", PATIENCE, () -> Db.text("select state from job_run where id = ?", nightly)
                .matches("DONE|FAILED"));
        assertThat(Db.text("select state || coalesce(error_detail, '') from job_run where id = ?", nightly))
                .isEqualTo("DONE");
    }
}
