package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts english = new Texts(Locale.ENGLISH);

    @Test
    void oneIsNoPluralAndManyAreGrouped() {
        assertThat(english.message("import_run.undone.left", 1L, 2L)).isEqualTo("1 row was undone; 2 stayed.");
        assertThat(english.message("import_run.undone.left", 0L, 1L)).isEqualTo("0 rows were undone; 1 stayed.");
        assertThat(english.message("import_run.subtitle", "a.csv", 12_480L)).isEqualTo("a.csv · 12,480 rows");
        assertThat(english.message("job_list.count.exports", 1L)).isEqualTo("Deleted 1 old export with its file");
        assertThat(new Texts(Locale.forLanguageTag("vi")).message("import_run.subtitle", "a.csv", 12_480L))
                .isEqualTo("a.csv · 12.480 dòng");
    }
}
