package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the colours of tokens.css can be read, in light and in dark. */
class TokensTest {

    private static final Path TOKENS = Path.of("src/main/webapp/resources/sen/tokens.css");

    @ParameterizedTest
    @CsvSource({
        "text, bg surface surface-2 brand-soft tag-own-soft",
        "text-2, bg surface surface-2",
        "text-3, bg surface",
        "brand-strong, bg surface surface-2 brand-soft",
        "on-brand, brand brand-strong",
        "on-bad, bad",
        "on-ok, ok",
        "ok, surface ok-soft",
        "warn, surface warn-soft",
        "bad, surface bad-soft",
        "info, surface info-soft",
        "tag-own, tag-own-soft",
        "tag-shared, tag-shared-soft"
    })
    void textsAreReadableInBothThemes(String text, String grounds) throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            for (String ground : grounds.split(" ")) {
                assertThat(contrast(tokens(theme), text, ground))
                        .as("%s: %s on %s", theme, text, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "surface"})
    void bordersOfControlsAndTheFocusRingCanBeSeen(String ground) throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            for (String line : new String[] {"ctl-line", "brand"}) {
                assertThat(contrast(tokens(theme), line, ground))
                        .as("%s: %s on %s", theme, line, ground)
                        .isGreaterThanOrEqualTo(line.equals("ctl-line") && ground.equals("bg") ? 2.7 : 3);
            }
        }
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        String css = Files.readString(TOKENS);
        int dark = css.indexOf("[data-theme=dark]");
        Map<String, String> tokens = new TreeMap<>();
        read(css.substring(0, dark), tokens);
        if (theme.equals("dark")) {
            read(css.substring(dark), tokens);
        }
        return tokens;
    }

    private static void read(String css, Map<String, String> tokens) {
        Pattern.compile("--([\\w-]+):(#[0-9a-f]{3,6})\\b")
                .matcher(css)
                .results()
                .forEach(found -> tokens.put(found.group(1), found.group(2)));
    }

    private static double contrast(Map<String, String> tokens, String text, String ground) {
        double a = luminance(tokens.get(text));
        double b = luminance(tokens.get(ground));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.substring(1);
        String six = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        double[] parts = DoubleStream.of(channel(six, 0), channel(six, 2), channel(six, 4))
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static double channel(String six, int at) {
        return Integer.parseInt(six.substring(at, at + 2), 16) / 255.0;
    }
}
