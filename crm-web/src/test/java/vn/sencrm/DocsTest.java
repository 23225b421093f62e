package vn.sencrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the manuals promise to list, they list. */
class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final String CONFIGURATION = text(ROOT.resolve("docs/operator/configuration.md"));

    @Test
    void everyApplicationValueStandsInTheTableWithItsDefault() {
        String defaults = text(ROOT.resolve("crm-ejb/src/main/resources/META-INF/microprofile-config.properties"));
        defaults.lines().filter(line -> line.startsWith("crm.")).forEach(line -> {
            String[] parts = line.split("=", 2);
            assertThat(rowOf(parts[0])).as(parts[0]).contains(parts[1]);
        });
    }

    @Test
    void everyVariableOfTheScriptsStandsInTheTable() {
        Set<String> variables = new TreeSet<>(matches("CRM_[A-Z_]*[A-Z]", text(ROOT.resolve("crm"))));
        files(ROOT.resolve("wildfly-config"), ".cli")
                .forEach(script -> variables.addAll(matches("(?<=env\\.)CRM_[A-Z_]*[A-Z]", text(script))));
        variables.addAll(matches("CRM_[A-Z_]*[A-Z]", text(ROOT.resolve("wildfly-config/apply"))));
        variables.removeIf(variable -> matches("crm\\.[a-z.-]+", CONFIGURATION).stream()
                .anyMatch(key ->
                        key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_").equals(variable)));
        assertThat(variables).isNotEmpty().allSatisfy(variable -> assertThat(CONFIGURATION)
                .contains("`" + variable + "`"));
    }

    @Test
    void bothLanguagesHaveTheSameChapters() {
        assertThat(names("docs/manual/vi")).isNotEmpty().isEqualTo(names("docs/manual/en"));
    }

    @Test
    void everyLinkLeadsToAFile() {
        Stream.concat(Stream.of(ROOT.resolve("README.md")), files(ROOT.resolve("docs"), ".md"))
                .forEach(file -> matches("(?<=\\]\\()[^)#:]+(?=[)#])", text(file))
                        .forEach(link -> assertThat(file.resolveSibling(link))
                                .as(file + " links it")
                                .exists()));
    }

    private static String rowOf(String key) {
        return CONFIGURATION
                .lines()
                .filter(line -> line.startsWith("| `" + key + "`"))
                .findFirst()
                .orElse("");
    }

    private static Set<String> names(String folder) {
        return files(ROOT.resolve(folder), ".md")
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> matches(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
