package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.identity.Right;

class BundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path DOMAIN = Path.of("../crm-ejb/src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "errors", "enums", "ValidationMessages"})
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String bundle) {
        Properties vietnamese = load(bundle);
        Properties english = load(bundle + "_en");

        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(vietnamese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "errors", "enums", "ValidationMessages"})
    void theVietnameseFileIsEmptySoThatTheBaseSpeaks(String bundle) {
        assertThat(load(bundle + "_vi")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "messages_en",
                "errors",
                "errors_en",
                "enums",
                "enums_en",
                "ValidationMessages",
                "ValidationMessages_en"
            })
    void noKeyStandsTwiceAndNoTextIsEmpty(String file) throws IOException {
        List<String> keys = Files.readAllLines(RESOURCES.resolve(file + ".properties")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(load(file).values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en", "errors", "errors_en", "enums", "enums_en"})
    void textsWithArgumentsAreFormatsWithoutLoneApostrophes(String file) {
        load(file).forEach((key, text) -> {
            if (!placeholders(text.toString()).isEmpty()) {
                assertThatCode(() -> new MessageFormat(text.toString()))
                        .as(key.toString())
                        .doesNotThrowAnyException();
                assertThat(text.toString().replace("''", "")).as(key.toString()).doesNotContain("'");
            }
        });
    }

    @Test
    void everyFailureOfTheDomainHasItsSentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String source : sources()) {
            Stream.of(
                            "super\\((?:\\w+, )?\"([A-Z][A-Z_]+)\"",
                            "String ([A-Z][A-Z_]+) =\\s+\"\\1\"",
                            "(?:[pP]roblem|Exception)\\([^;]*?\"([A-Z][A-Z_]{3,})\"")
                    .flatMap(pattern -> Pattern.compile(pattern).matcher(source).results())
                    .map(found -> found.group(1))
                    .forEach(codes::add);
        }

        assertThat(codes).contains("NOT_FOUND", "BAD_PHONE");
        assertThat(load("errors").stringPropertyNames()).containsAll(codes);
    }

    @Test
    void everyRightHasItsName() {
        assertThat(load("messages").stringPropertyNames())
                .containsAll(
                        Right.GRANTABLE.stream().map(right -> "right." + right).toList());
    }

    /** An enum of which one constant has a name for people has one for each. */
    @Test
    void everyConstantOfANamedEnumHasItsName() throws Exception {
        Set<String> keys = load("enums").stringPropertyNames();
        Set<String> named =
                keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : enums()) {
            if (named.contains(type.getSimpleName())) {
                Stream.of(type.getEnumConstants())
                        .map(constant -> type.getSimpleName() + "." + ((Enum<?>) constant).name())
                        .filter(key -> !keys.contains(key))
                        .forEach(missing::add);
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<Class<?>> enums() throws IOException, ClassNotFoundException {
        Pattern declared =
                Pattern.compile("package ([\\w.]+);.*?^public enum (\\w+)", Pattern.DOTALL | Pattern.MULTILINE);
        List<Class<?>> enums = new ArrayList<>();
        for (String source : sources()) {
            for (MatchResult found : declared.matcher(source).results().toList()) {
                enums.add(Class.forName(found.group(1) + "." + found.group(2)));
            }
        }
        return enums;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(DOMAIN)) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().matches(".*(?<!Sql)\\.java"))
                    .toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Properties load(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
