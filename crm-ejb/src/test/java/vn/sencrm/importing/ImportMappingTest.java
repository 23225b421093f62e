package vn.sencrm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportMappingTest {

    private static final List<ImportField> FIELDS = CustomerImport.builtIn();

    private static Map<String, String> guess(String... headers) {
        return ImportMapping.guess(ImportMapping.distinct(List.of(headers)), FIELDS);
    }

    @Test
    void vietnameseHeadersAreGuessedWithoutRegardToCaseMarksAndPunctuation() {
        assertThat(guess("MÃ KH", "ho ten (*)", "SĐT:", "Tỉnh/TP", "mst"))
                .containsExactly(
                        entry("MÃ KH", "code"),
                        entry("ho ten (*)", "name"),
                        entry("SĐT:", "phones"),
                        entry("Tỉnh/TP", "address.province"),
                        entry("mst", "taxCode"));
    }

    @Test
    void englishHeadersAreGuessed() {
        assertThat(guess("Customer code", "Full name", "Mobile", "E-mail", "Date of birth"))
                .containsValues("code", "name", "phones", "emails", "birthday");
    }

    @Test
    void numberedColumnsFeedTheSameList() {
        assertThat(guess("Điện thoại 1", "Điện thoại 2", "Điện thoại"))
                .hasSize(3)
                .allSatisfy((header, field) -> assertThat(field).isEqualTo("phones"));
    }

    @Test
    void aSecondColumnOfASingleValueIsNotGuessed() {
        assertThat(guess("Tên", "Họ tên")).containsExactly(entry("Tên", "name"));
    }

    @Test
    void repeatedAndEmptyHeadersAreToldApart() {
        assertThat(ImportMapping.distinct(List.of("Tên", "", "Tên", "Tên")))
                .containsExactly("Tên", "[B]", "Tên (2)", "Tên (3)");
    }

    @Test
    void ourOwnColumnsAreNeverImported() {
        assertThat(guess("Tên", "_row", "_error_code", "_error")).containsOnlyKeys("Tên");
        assertThat(ImportMapping.checked(Map.of("_error", "notes"), List.of("_error"), FIELDS))
                .isEmpty();
    }

    @Test
    void twoColumnsOfOneSingleValueAreRefused() {
        Map<String, String> wanted = new LinkedHashMap<>(Map.of("A", "name", "B", "name"));
        assertThatThrownBy(() -> ImportMapping.checked(wanted, List.of("A", "B"), FIELDS))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("DUPLICATE_MAPPING");
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThatThrownBy(() -> ImportMapping.checked(Map.of("A", "shoeSize"), List.of("A"), FIELDS))
                .hasMessage("UNKNOWN_IMPORT_FIELD");
    }

    /** Else a template that was filled in would not be understood. */
    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void everyHeaderOfATemplateIsGuessedRight(String bundle) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("../crm-web/src/main/resources", bundle))) {
            messages.load(reader);
        }
        List<String> headers = FIELDS.stream()
                .map(field -> messages.getProperty(field.label()))
                .toList();
        assertThat(headers).doesNotContainNull().doesNotHaveDuplicates();
        Map<String, String> mapping = ImportMapping.guess(headers, FIELDS);
        for (int i = 0; i < headers.size(); i++) {
            assertThat(mapping).containsEntry(headers.get(i), FIELDS.get(i).name());
        }
        for (ImportField field : FIELDS) {
            assertThat(messages).containsKeys("import.hint." + field.name(), "import.example." + field.name());
        }
    }
}
