package vn.sencrm.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the watchdog barks: the job is due daily at 02:30 in Vietnam, which is 19:30 of the day before at UTC. */
class WatchedScheduleTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant INSTALLED = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant FIRST_DUE = Instant.parse("2026-11-20T19:30:00Z");
    private static final Instant SECOND_DUE = Instant.parse("2026-11-21T19:30:00Z");
    private static final Instant THIRD_DUE = Instant.parse("2026-11-22T19:30:00Z");

    private final WatchedSchedule neverRan = daily(null, null, null);

    @Test
    void aFreshInstallationInWhichNothingWasDueTwiceIsQuiet() {
        assertThat(missedAt(neverRan, INSTALLED)).isEmpty();
        assertThat(missedAt(neverRan, FIRST_DUE.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void whatNeverRanIsMissedWhenItsSecondMomentHasPassed() {
        assertThat(missedAt(neverRan, SECOND_DUE)).isEmpty();
        assertThat(missedAt(neverRan, SECOND_DUE.plus(WatchedSchedule.GRACE)))
                .contains(new MissedJob("purge", FIRST_DUE, null, null));
    }

    @Test
    void momentsAreCountedFromTheLastSuccessOn() {
        WatchedSchedule ranOnce = daily(FIRST_DUE.plusSeconds(60), null, null);
        assertThat(missedAt(ranOnce, SECOND_DUE.plusSeconds(7_200))).isEmpty();
        assertThat(missedAt(ranOnce, THIRD_DUE.plusSeconds(7_200)))
                .map(MissedJob::since)
                .contains(SECOND_DUE);
    }

    @Test
    void aScheduleThatWasSwitchedOnAgainHasMissedNothingYet() {
        WatchedSchedule changed = new WatchedSchedule(
                schedule("30 2 * * *"), THIRD_DUE.plusSeconds(60), FIRST_DUE, null, null, null, null);
        assertThat(missedAt(changed, THIRD_DUE.plusSeconds(7_200))).isEmpty();
    }

    @Test
    void aRunUnderWayIsWaitedForUntilTwoMomentsOvertookIt() {
        WatchedSchedule trying = daily(null, THIRD_DUE.plusSeconds(5), null);
        assertThat(missedAt(trying, THIRD_DUE.plusSeconds(7_200))).isEmpty();
        assertThat(missedAt(trying, Instant.parse("2026-11-24T21:00:00Z"))).isPresent();
    }

    @Test
    void aJobOfEveryMinuteOutlivesARestart() {
        WatchedSchedule often =
                new WatchedSchedule(schedule("* * * * *"), INSTALLED, FIRST_DUE, null, null, null, null);
        assertThat(missedAt(often, FIRST_DUE.plusSeconds(600))).isEmpty();
        assertThat(missedAt(often, FIRST_DUE.plusSeconds(1_200))).isPresent();
    }

    @Test
    void anIncidentIsToldOnceAndTheNextOneAgain() {
        assertThat(neverRan.isTold()).isFalse();
        assertThat(daily(null, null, SECOND_DUE).isTold()).isTrue();
        assertThat(daily(FIRST_DUE, null, SECOND_DUE).isTold()).isTrue();
        assertThat(daily(THIRD_DUE, null, SECOND_DUE).isTold()).isFalse();
    }

    @Test
    void aScheduleThatCannotBeReadDisturbsNoOther() {
        WatchedSchedule broken = new WatchedSchedule(schedule("nonsense"), INSTALLED, null, null, null, null, null);
        assertThat(missedAt(broken, THIRD_DUE)).isEmpty();
    }

    private static Optional<MissedJob> missedAt(WatchedSchedule watched, Instant now) {
        Clock clock = Clock.fixed(now, VIETNAM);
        return watched.missed(clock.instant(), clock.getZone());
    }

    private static WatchedSchedule daily(Instant succeededAt, Instant activeSince, Instant toldAt) {
        return new WatchedSchedule(schedule("30 2 * * *"), INSTALLED, succeededAt, activeSince, toldAt, null, null);
    }

    private static JobSchedule schedule(String cron) {
        return new JobSchedule("purge", cron, null, true, null);
    }
}
