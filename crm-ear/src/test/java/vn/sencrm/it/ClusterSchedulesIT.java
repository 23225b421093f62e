package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A moment at which a job is due makes one run in the whole cluster, whatever befalls the servers around it. */
@Tag("cluster")
class ClusterSchedulesIT {

    private static final String JOB = "tier-nightly";
    private static final String BEACON = "purge";
    private static final Duration LOOKS = Duration.ofSeconds(90);

    private final long before = runs();

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @Test
    void aMomentIsUsedOnceThroughADeathAFreezeAndTheDeathOfAll() {
        due();
        Cluster.freeze("b");
        assertRuns(1);
        due();
        assertRuns(2);
        Cluster.wake("b");
        due();
        Cluster.kill("a");
        assertRuns(3);
        due();
        Cluster.kill("b");
        Cluster.complete();
        assertRuns(4);
    }

    @Test
    void theDeathOfAllInTheVeryMomentAtWhichAJobIsDueNeitherLosesNorDoublesIt() throws SQLException {
        try (Connection connection = Sen.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table job_run in share mode");
            due();
            Await.until(
                    "a server between moving the schedule on and asking for the run",
                    LOOKS,
                    () -> Db.number(
                                    """
                                    select count(*) from pg_stat_activity
                                    where wait_event_type = 'Lock' and query like 'insert into job_run%'""")
                            > 0);
            Cluster.SERVERS.forEach(Cluster::kill);
            connection.rollback();
        }
        assertThat(runs()).isEqualTo(before);
        Cluster.complete();
        assertRuns(1);
        assertNextIsWithinADay();
    }

    /** Whether a clock is moved or the moment that it is compared with is the same to a schedule. */
    @Test
    void aClockMovedForwardOverSeveralPeriodsMakesOneRunAndOneMovedBackNone() {
        due();
        assertRuns(1);
        assertNextIsWithinADay();
        Db.update("update job_schedule set next_due = next_due + interval '3 days' where name = ?", JOB);
        String ahead = nextDue(JOB);
        bothServersLook();
        assertThat(nextDue(JOB)).isEqualTo(ahead);
        Db.update("update job_schedule set next_due = next_due - interval '3 days' where name = ?", JOB);
        bothServersLook();
        assertRuns(1);
    }

    /** Two moments of another job, used one after the other, take two looks. */
    private static void bothServersLook() {
        for (int i = 0; i < 2; i++) {
            Db.update("update job_schedule set next_due = now() where name = ?", BEACON);
            String due = nextDue(BEACON);
            Await.until("a look", LOOKS, () -> !nextDue(BEACON).equals(due));
        }
    }

    private static void assertNextIsWithinADay() {
        assertThat(Db.text(
                        "select next_due > now() and next_due <= now() + interval '1 day' from job_schedule where name = ?",
                        JOB))
                .isEqualTo("t");
    }

    private static String nextDue(String job) {
        return Db.text("select next_due from job_schedule where name = ?", job);
    }

    /** The moment lies days back: however many were missed, they make one run. */
    private static void due() {
        assertThat(Db.update("update job_schedule set next_due = now() - interval '3 days' where name = ?", JOB))
                .isEqualTo(1);
    }

    private void assertRuns(int expected) {
        Await.until("run " + expected, LOOKS, () -> ended() >= before + expected);
        assertThat(runs()).isEqualTo(before + expected);
    }

    private static long ended() {
        return Db.number("select count(*) from job_run where job_name = ? and state = 'DONE'", JOB);
    }

    private static long runs() {
        return Db.number("select count(*) from job_run where job_name = ?", JOB);
    }
}
