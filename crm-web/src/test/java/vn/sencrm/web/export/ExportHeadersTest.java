package vn.sencrm.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.export.ExportColumn;
import vn.sencrm.importing.ImportHeaders;
import vn.sencrm.web.shell.TestTexts;

/** The headers of files are those that an import knows again, in both languages. */
class ExportHeadersTest {

    /** What an import takes nothing from. */
    private static final Set<String> TOLD_ONLY =
            Set.of("accountName", "members", "score", "stars", "creator", "createdAt", "updatedAt");

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void anImportTakesEachHeaderForItsOwnFieldAndForNoOther(String language) {
        ExportHeaders headers = new ExportHeaders(TestTexts.of(language), null);
        for (ExportColumn column : headers.of(ExportHeaders.ALL)) {
            assertThat(ImportHeaders.fieldOf(column.header()))
                    .as(column.toString())
                    .isEqualTo(
                            TOLD_ONLY.contains(column.name())
                                    ? java.util.Optional.empty()
                                    : java.util.Optional.of(column.name()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void noTwoColumnsHaveOneHeader(String language) {
        assertThat(new ExportHeaders(TestTexts.of(language), null)
                        .of(ExportHeaders.ALL).stream()
                                .map(ExportColumn::header)
                                .collect(Collectors.toList()))
                .doesNotHaveDuplicates();
    }
}
