package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A moment at which a job is due makes one run in the whole cluster, whatever befalls the servers around it. */
@Tag("cluster")
class ClusterSchedulesIT {

    private static final String JOB = "tier-nightly";
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
