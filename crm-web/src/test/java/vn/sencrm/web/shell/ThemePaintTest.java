package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThemePaintTest {

    @Test
    void aColourMeansSomethingElseAsTextAndAsGround() {
        assertThat(ThemePaint.paint("a{color:#fff;background:#fff;border:1px solid #ced4da}"))
                .isEqualTo("a{color:var(--on-brand);background:var(--surface);border:1px solid var(--ctl-line)}");
    }

    @Test
    void focusRingsAreTwoPixelsOfTheBrand() {
        assertThat(ThemePaint.paint("a{box-shadow:0 0 0 .2em rgb(166.2,213,250.2)}"))
                .isEqualTo("a{box-shadow:0 0 0 2px var(--brand)}");
    }

    /** A new PrimeFaces may bring new colours: they would stay light in the dark theme. */
    @Test
    void noOpaqueColourOfTheThemeIsLeftOverOutsideItsPalette() throws IOException {
        String painted = ThemePaint.paint(theme());
        String rules = painted.replaceAll(":root\\{[^}]*}", "").replaceAll("box-shadow:[^;}]*", "");

        Set<String> left = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgb\\([^)]*\\)")
                .matcher(rules)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(left).isEmpty();
    }

    private static String theme() throws IOException {
        try (InputStream css =
                ThemePaintTest.class.getResourceAsStream("/META-INF/resources/primefaces-saga-blue/theme.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
