package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aShortTextStaysAsItIs() {
        assertThat(Excerpt.of("Lan", 3)).isEqualTo("Lan");
    }

    @Test
    void ofALongOneTheBeginningIsKept() {
        assertThat(Excerpt.of("Lan Anh", 3)).isEqualTo("Lan…");
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Excerpt.of("ab😀cd", 3)).isEqualTo("ab…");
    }
}
