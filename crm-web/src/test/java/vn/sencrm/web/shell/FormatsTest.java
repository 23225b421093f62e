package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    /** Shortly after midnight in Hanoi, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

    private final Formats vietnamese = formats("vi");
    private final Formats english = formats("en");

    @Test
    void numbersAreGroupedAsTheLanguageDoes() {
        assertThat(vietnamese.number(12480)).isEqualTo("12.480");
        assertThat(english.number(12480)).isEqualTo("12,480");
        assertThat(vietnamese.number(null)).isEmpty();
    }

    @Test
    void datesAreDayMonthYearInTheCompanysZone() {
        assertThat(vietnamese.date(LocalDate.of(1990, 3, 14))).isEqualTo("14/03/1990");
        assertThat(english.dateTime(NOW)).isEqualTo("22/11/2026 00:30");
    }

    @Test
    void whatHappenedIsToldByItsAgeAndThenByItsDay() {
        assertThat(vietnamese.ago(NOW.minusSeconds(20))).isEqualTo("vừa xong");
        assertThat(vietnamese.ago(NOW.minusSeconds(20 * 60))).isEqualTo("20 phút");
        assertThat(vietnamese.ago(NOW.minusSeconds(60 * 60))).isEqualTo("hôm qua");
        assertThat(english.ago(NOW.minusSeconds(60 * 60))).isEqualTo("yesterday");
        assertThat(vietnamese.ago(NOW.minusSeconds(3 * 24 * 3600))).isEqualTo("19/11/2026");
        assertThat(vietnamese.ago(NOW.plusSeconds(3600))).isEqualTo("22/11/2026");
    }

    private static Formats formats(String language) {
        return new Formats(new Texts(Locale.forLanguageTag(language)), Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh")));
    }
}
