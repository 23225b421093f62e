package vn.sencrm.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImportPaceTest {

    private static final Instant NOON = Instant.parse("2026-05-04T05:00:00Z");

    @Test
    void thePaceIsThatOfThePresentPhase() {
        assertThat(new ImportPace(NOON, 0).secondsLeft(25, 100, NOON.plusSeconds(10)))
                .isEqualTo(30);
    }

    @Test
    void rowsThatWereDoneBeforeARestDoNotMakeItFaster() {
        assertThat(new ImportPace(NOON, 80).secondsLeft(90, 100, NOON.plusSeconds(10)))
                .isEqualTo(10);
    }

    @Test
    void nothingIsEstimatedBeforeTheFirstStep() {
        assertThat(new ImportPace(NOON, 80).secondsLeft(80, 100, NOON.plusSeconds(10)))
                .isNull();
        assertThat(new ImportPace(null, 0).secondsLeft(1, 100, NOON)).isNull();
    }
}
