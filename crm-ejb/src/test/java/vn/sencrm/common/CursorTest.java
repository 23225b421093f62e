package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Instant WHEN = Instant.parse("2026-03-01T02:03:04.123456Z");

    @Test
    void aCursorComesBackAsItWasWritten() {
        Cursor cursor = Cursor.after(WHEN, 42L, "nguyen thi hoà", null, LocalDate.of(1999, 2, 28));
        Cursor read = Cursor.decode(cursor.encode("filter", "-updatedAt"), "filter", "-updatedAt");
        assertThat(read).isEqualTo(cursor);
        assertThat(read.instantAt(0)).isEqualTo(WHEN);
        assertThat(read.longAt(1)).isEqualTo(42);
        assertThat(read.textAt(2)).isEqualTo("nguyen thi hoà");
        assertThat(read.isNullAt(3)).isTrue();
        assertThat(read.dateAt(4)).isEqualTo(LocalDate.of(1999, 2, 28));
        assertThat(Cursor.decode(Cursor.before(1).encode()).direction()).isEqualTo(Cursor.Direction.PREVIOUS);
    }

    @Test
    void itsTextIsSafeInAUrl() {
        assertThat(Cursor.after(WHEN, "ữ?&/+=", -1L).encode("x")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherFilterOrSortIsRefused() {
        String text = Cursor.after(1L).encode("filter", "name");
        assertMismatch(text, "filter", "-name");
        assertMismatch(text, "other", "name");
        assertMismatch(text, "filtername");
        assertMismatch(text, "filter", "name", null);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"x", "????", "AQ", "null", "' or 1=1 --"})
    void garbageIsRefused(String text) {
        assertMismatch(text, "filter");
    }

    @Test
    void everyDamagedCursorIsRefusedOrStillHoldsItsOwnKindOfValues() {
        byte[] good =
                Base64.getUrlDecoder().decode(Cursor.after(WHEN, 7L, "lan").encode("f"));
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                Cursor.decode(Base64.getUrlEncoder().encodeToString(damaged), "f");
            } catch (CursorMismatchException expected) {
                assertThat(expected.code()).isEqualTo("CURSOR_MISMATCH");
            }
        }
    }

    @Test
    void aValueOfAnotherTypeIsAMismatch() {
        Cursor cursor = Cursor.after("1", null);
        assertThatThrownBy(() -> cursor.longAt(0)).isInstanceOf(CursorMismatchException.class);
        assertThatThrownBy(() -> cursor.longAt(1)).isInstanceOf(CursorMismatchException.class);
        assertThatThrownBy(() -> cursor.textAt(2)).isInstanceOf(CursorMismatchException.class);
    }

    @Test
    void aPageOfOtherItemsKeepsItsPlace() {
        Page<String> page = new Page<>(List.of(1, 2), 10_000, false, "n", "p").map(i -> "#" + i);
        assertThat(page).isEqualTo(new Page<>(List.of("#1", "#2"), 10_000, false, "n", "p"));
    }

    private static void assertMismatch(String text, String... binding) {
        assertThatThrownBy(() -> Cursor.decode(text, binding)).isInstanceOf(CursorMismatchException.class);
    }
}
