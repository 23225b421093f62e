package vn.sencrm.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            // 21 November 2026 is a Saturday.
            value = {
                "30 2 * * *          | 2026-11-21T02:29:59 | 2026-11-21T02:30",
                "30 2 * * *          | 2026-11-21T02:30    | 2026-11-22T02:30",
                "*/10 * * * *        | 2026-11-21T02:30    | 2026-11-21T02:40",
                "5/20 * * * *        | 2026-11-21T02:46    | 2026-11-21T03:05",
                "0 8-18/5 * * *      | 2026-11-21T13:01    | 2026-11-21T18:00",
                "0 8 * * mon-fri     | 2026-11-21T07:00    | 2026-11-23T08:00",
                "0 6 * * 7           | 2026-11-21T07:00    | 2026-11-22T06:00",
                "0 6 * * SUN         | 2026-11-21T07:00    | 2026-11-22T06:00",
                "0 0 31 * *          | 2026-11-21T00:00    | 2026-12-31T00:00",
                "0 0 29 feb *        | 2026-11-21T00:00    | 2028-02-29T00:00",
                "0 6 1,15 * *        | 2026-11-21T00:00    | 2026-12-01T06:00",
                "0 6 30 * tue        | 2026-11-21T00:00    | 2026-11-24T06:00",
                "59 23 31 12 *       | 2026-12-31T23:59    | 2027-12-31T23:59"
            })
    void theNextMomentIsTheFirstOneLater(String cron, LocalDateTime after, LocalDateTime expected) {
        assertThat(new Cron(cron).next(in(VIETNAM, after), VIETNAM)).isEqualTo(in(VIETNAM, expected));
    }

    @Test
    void timesAreThoseOfTheZoneWhateverTheServers() {
        assertThat(new Cron("30 2 * * *").next(Instant.parse("2026-11-20T19:29:00Z"), VIETNAM))
                .isEqualTo("2026-11-20T19:30:00Z");
    }

    @Test
    void aTimeThatTheClocksLeaveOutFallsOnTheMomentAfter() {
        assertThat(new Cron("30 2 * * *").next(Instant.parse("2026-03-29T00:00:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void aTimeThatTheClocksRepeatComesOnce() {
        Cron daily = new Cron("30 2 * * *");
        Instant first = daily.next(Instant.parse("2026-10-24T23:00:00Z"), BERLIN);
        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(daily.next(first, BERLIN)).isEqualTo("2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "* * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "5-1 * * * *",
                "1,,2 * * * *",
                "1/2/3 * * * *",
                "1-2-3 * * * *",
                "-1 * * * *",
                "* * * * monday"
            })
    void whatIsNoScheduleIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cron(text));
    }

    @Test
    void aScheduleThatNeverComesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cron("0 0 30 2 *").next(Instant.parse("2026-11-21T00:00:00Z"), VIETNAM))
                .withMessageContaining("never");
    }

    private static Instant in(ZoneId zone, LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }
}
