package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0             | 0",
                "-0            | 0",
                "007           | 7",
                "1250000       | 1250000",
                "1.250.000     | 1250000",
                "1,250,000     | 1250000",
                "1 250 000     | 1250000",
                "1.250.000,75  | 1250000.75",
                "1,250,000.75  | 1250000.75",
                "2,5           | 2.5",
                "2.5           | 2.5",
                "0.125         | 0.125",
                "0,125         | 0.125",
                "-12,50        | -12.5",
                "+3            | 3",
                "500.000       | 500000",
                "1.5E3         | 1500",
                "1e2           | 100",
                "0.30000000000000004 | 0.3",
                "999999999999999     | 999999999999999"
            })
    void numbersAreReadAsPeopleAndProgramsWriteThem(String typed, BigDecimal number) {
        Checked<BigDecimal> checked = Decimals.parse(typed);
        assertThat(checked.problem()).isNull();
        assertThat(checked.warning()).isNull();
        assertThat(checked.value()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"1.500, 1500", "'12,350', 12350", "1.125, 1.125", "'1,125', 1.125"})
    void whatCanBeReadInTwoWaysIsADoubt(String typed, BigDecimal number) {
        Checked<BigDecimal> checked = Decimals.parse(typed);
        assertThat(checked.value()).isEqualTo(number);
        assertThat(checked.warning()).isEqualTo(Decimals.NUMBER_UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "1e-99999",
                "1e9999999999",
                "1000000000000000",
                "một",
                "1.2.3",
                "1,2,3",
                "12.34.567",
                "1.234,5,6",
                "--1",
                "1-",
                "0x10",
                "NaN",
                "Infinity",
                "1 000 đ",
                "😀",
                "."
            })
    void whatIsNoNumberIsRefusedAndSaid(String typed) {
        Checked<BigDecimal> checked = Decimals.parse(typed);
        assertThat(checked.problem()).isEqualTo(Decimals.BAD_NUMBER);
        assertThat(checked.arguments()).hasSize(1);
    }

    @Test
    void aNumberBeyondReasonIsRefusedWithoutBeingWrittenOut() {
        assertThat(Decimals.of(new BigDecimal("1e999999999")).problem()).isEqualTo(Decimals.BAD_NUMBER);
        assertThat(Decimals.of(new BigDecimal("1e-999999999")).problem()).isEqualTo(Decimals.BAD_NUMBER);
        assertThat(Decimals.parse("9".repeat(10_000)).arguments().get(0)).hasSizeLessThan(100);
    }

    @Test
    void nothingTypedIsNoNumber() {
        assertThat(Decimals.parse("  ").isGood()).isTrue();
        assertThat(Decimals.parse(null).value()).isNull();
    }
}
