package vn.sencrm.it;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
        office.assertNobodyNoticed("rolling");
    }
}
