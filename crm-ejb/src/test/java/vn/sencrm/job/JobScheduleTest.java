package vn.sencrm.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class JobScheduleTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant DUE = Instant.parse("2026-11-20T19:30:00Z");

    @Test
    void aScheduleIsDueFromItsMomentOn() {
        assertThat(schedule(true, DUE).isDue(DUE.minusSeconds(1))).isFalse();
        assertThat(schedule(true, DUE).isDue(DUE)).isTrue();
    }

    @Test
    void whatWasMissedForThreeDaysIsDueOnce() {
        Instant back = DUE.plusSeconds(3 * 86_400 + 100);
        JobSchedule missed = schedule(true, DUE);
        assertThat(missed.isDue(back)).isTrue();
        JobSchedule movedOn = schedule(true, missed.nextAfter(back, VIETNAM));
        assertThat(movedOn.isDue(back)).isFalse();
        assertThat(movedOn.nextDue()).isEqualTo("2026-11-24T19:30:00Z");
    }

    @Test
    void aNewScheduleIsWorkedOutBeforeItIsDue() {
        assertThat(schedule(true, null).isSettled(DUE)).isFalse();
        assertThat(schedule(true, null).isDue(DUE)).isFalse();
    }

    @Test
    void aSwitchedOffScheduleIsLeftAlone() {
        assertThat(schedule(false, DUE).isDue(DUE)).isFalse();
        assertThat(schedule(false, null).isSettled(DUE)).isTrue();
    }

    @Test
    void aScheduleMayHaveAZoneOfItsOwn() {
        JobSchedule tokyo = new JobSchedule("purge", "30 2 * * *", "Asia/Tokyo", true, null);
        assertThat(tokyo.nextAfter(DUE, VIETNAM)).isEqualTo("2026-11-21T17:30:00Z");
        JobSchedule nowhere = new JobSchedule("purge", "30 2 * * *", "Asia/Nowhere", true, null);
        assertThatIllegalArgumentException().isThrownBy(() -> nowhere.nextAfter(DUE, VIETNAM));
    }

    private static JobSchedule schedule(boolean enabled, Instant nextDue) {
        return new JobSchedule("purge", "30 2 * * *", null, enabled, nextDue);
    }
}
