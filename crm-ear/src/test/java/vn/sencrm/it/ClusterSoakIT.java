package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Minutes of work while servers die, freeze and are restarted at random; at the end the books balance. */
@Tag("cluster")
class ClusterSoakIT {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("sen.soak-seconds", 300));
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    /** The same accidents again: -Dsen.soak-seed=… */
    private static final long SEED = Long.getLong("sen.soak-seed", 39);

    private final Random random = new Random(SEED);
    private int accidents;

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @Test
    void whateverBefallsTheServersTheBooksBalance() {
        BusyOffice office = BusyOffice.open(SEED, true);
        try (office) {
            for (long end = System.nanoTime() + LENGTH.toNanos(); System.nanoTime() < end; ) {
                accident(Cluster.SERVERS.get(random.nextInt(2)), office);
            }
            office.assertAllWork();
        }
        Cluster.complete();
        Await.until("all runs to end", PATIENCE, () -> atWork() == 0);
        int runs = office.users().stream().mapToInt(BusyUser::runs).sum();
        int edits = office.users().stream().mapToInt(BusyUser::edits).sum();
        int inDoubt = office.users().stream().mapToInt(BusyUser::inDoubt).sum();
        System.out.printf(
                """
                figure cluster.soak.seed %d
                figure cluster.soak.accidents %d
                figure cluster.soak.clicks %d
                figure cluster.soak.edits %d
                figure cluster.soak.runs %d
                figure cluster.soak.failed %d
                figure cluster.soak.in_doubt %d
                figure cluster.soak.lost_logins %d
                figure cluster.soak.slowest %.1f s
                """,
                SEED,
                accidents,
                office.clicks(),
                edits,
                runs,
                office.failures().size(),
                inDoubt,
                office.lostLogins(),
                office.slowestSeconds());
        System.out.println(office.failures());
        assertThat(office.lostLogins()).isZero();
        office.users().forEach(BusyUser::assertBooksBalance);
        assertThat(
                        Db.texts(
                                """
                        select kind || ' ' || count(*) from notification
                        group by user_id, kind, customer_id, subject, excerpt, page having count(*) > 1
                        """))
                .as("what somebody was told twice")
                .isEmpty();
    }

    private void accident(String server, BusyOffice office) {
        int clicks = office.clicks();
        int kind = random.nextInt(4);
        if (kind < 2) {
            Cluster.kill(server);
            Cluster.start(server);
        } else if (kind == 2) {
            Cluster.freeze(server);
            awaitClicks(office, clicks + 100 + random.nextInt(300));
            Cluster.wake(server);
            Await.until(server + " awake", PATIENCE, () -> Cluster.isReady(server));
        } else {
            Cluster.stop(server);
            Cluster.start(server);
        }
        accidents++;
        awaitClicks(office, office.clicks() + 50 + random.nextInt(150));
    }

    private static void awaitClicks(BusyOffice office, int clicks) {
        Await.until("clicks", PATIENCE, () -> office.clicks() >= clicks);
    }

    private static long atWork() {
        List<String> active = Db.texts(
                """
                select 'import ' || id from import_run where state in ('CHECKING', 'RUNNING', 'MAPPED')
                union all select 'bulk ' || id from bulk_action where state = 'RUNNING'
                union all select 'job ' || id from job_run where state in ('WAITING', 'RUNNING')
                """);
        return active.size();
    }
}
