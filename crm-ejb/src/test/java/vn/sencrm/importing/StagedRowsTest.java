package vn.sencrm.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagedRowsTest {

    private static String copyTextOf(StagedRow row) {
        StagedRows rows = new StagedRows(7);
        rows.add(row);
        return new String(rows.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aCleanRowHasNoCellsAndNoProblems() {
        StagedRow row = new StagedRow(
                2, null, "an", List.of("PHONE"), List.of("+84912345678"), "{\"name\":\"An\"}", List.of(), null);
        assertThat(copyTextOf(row))
                .isEqualTo(
                        "7\t2\t\\N\tan\t{\"PHONE\"}\t{\"+84912345678\"}\t{\"name\":\"An\"}\t\\N\t\\N\t\\N\t\\N\t\\N\n");
    }

    @Test
    void whatWouldBreakTheFormatIsEscaped() {
        StagedRow row = new StagedRow(3, "a\tb\\c\n", null, List.of("NAME"), List.of("a\"b\\c"), "{}", List.of(), null);
        assertThat(copyTextOf(row))
                .startsWith("7\t3\ta\\tb\\\\c\\n\t\\N\t{\"NAME\"}\t{\"a\\\\\"b\\\\\\\\c\"}\t{}\t")
                .endsWith("\n")
                .hasLineCount(1);
    }

    @Test
    void aRowWithAnErrorKeepsItsCells() {
        RowProblem error = new RowProblem("phones[0]", 1, "BAD_PHONE", List.of(), false);
        StagedRow row = new StagedRow(
                4, null, null, List.of(), List.of(), "{}", List.of(error), new String[] {"An", "12", null});
        assertThat(copyTextOf(row)).contains("\tBAD_PHONE\tphones[0]\t").endsWith("\t[\"An\",\"12\",null]\n");
    }

    @Test
    void aRowWithAWarningAloneIsNoError() {
        RowProblem warning = new RowProblem("taxCode", 0, "TAX_CHECKSUM", List.of(), true);
        StagedRow row = new StagedRow(5, null, null, List.of(), List.of(), "{}", List.of(warning), new String[] {"1"});
        assertThat(row.error()).isNull();
    }

    @Test
    void problemsAndCellsAreReadBackAsTheyWere() {
        RowProblem problem = new RowProblem("emails[0]", 2, "TOO_LONG", List.of("254"), true);
        assertThat(RowJson.problems(RowJson.problems(List.of(problem)))).containsExactly(problem);
        assertThat(RowJson.cells(RowJson.cells(new String[] {"a\"b", null, "Đ"})))
                .containsExactly("a\"b", "", "Đ");
    }
}
