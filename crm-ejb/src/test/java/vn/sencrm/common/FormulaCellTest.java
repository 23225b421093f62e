package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84 912 345 678", "-5", "@SUM(A1)", "\tx", "\rx", "'=x", "''@x"})
    void whatASpreadsheetWouldTakeForAFormulaIsMarkedAndComesBackAsItWas(String text) {
        assertThat(FormulaCell.written(text)).isEqualTo("'" + text);
        assertThat(FormulaCell.read(FormulaCell.written(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nguyễn Văn An", "0912=1", "'tis", "'", "a'=b"})
    void everythingElseIsWrittenAndReadAsItIs(String text) {
        assertThat(FormulaCell.written(text)).isEqualTo(text);
        assertThat(FormulaCell.read(text)).isEqualTo(text);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(FormulaCell.written(null)).isNull();
    }
}
