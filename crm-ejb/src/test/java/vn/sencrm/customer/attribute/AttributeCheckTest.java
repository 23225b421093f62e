package vn.sencrm.customer.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sencrm.common.Checked;

class AttributeCheckTest {

    private static Checked<Object> check(String code, Object given) {
        return AttributeCheck.check(TestAttributes.get(code), given, id -> id == 7 ? AttributeType.PHOTO : null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text   | '  hai   dấu cách '  | hai dấu cách",
                "text   | <script>alert(1)</script> | <script>alert(1)</script>",
                "text   | Chợ 🌾 số 1 | Chợ 🌾 số 1",
                "text   | مرحبا        | مرحبا",
                "date   | 05/03/1990   | 1990-03-05",
                "date   | 1990-03-05   | 1990-03-05",
                "choice | L            | L",
                "choice | lon          | L",
                "choice | LARGE        | L",
                "choice | Cực lớn      | XL"
            })
    void valuesAreStoredInTheirNormalForm(String code, String given, String stored) {
        assertThat(check(code, given)).isEqualTo(new Checked<Object>(stored, null, null, List.of(), null));
    }

    @Test
    void numbersAndTruthsAreNoTexts() {
        assertThat(check("number", "1.250.000,50").value()).isEqualTo(new BigDecimal("1250000.5"));
        assertThat(check("number", new BigDecimal("1.50")).value()).isEqualTo(new BigDecimal("1.5"));
        assertThat(check("number", new BigDecimal("1E+3")).value()).isEqualTo(new BigDecimal("1000"));
        assertThat(check("yes_no", "có").value()).isEqualTo(true);
        assertThat(check("yes_no", false).value()).isEqualTo(false);
        assertThat(check("photo", "7").value()).isEqualTo(new BigDecimal(7));
    }

    @Test
    void severalChoicesStandInTheOrderOfTheDefinitionOnce() {
        assertThat(check("multi_choice", "vừa; M, Lớn").value()).isEqualTo(List.of("L", "M"));
        assertThat(check("multi_choice", List.of("M", "L", "medium")).value()).isEqualTo(List.of("L", "M"));
        assertThat(check("multi_choice", List.of()).value()).isNull();
        assertThat(check("multi_choice", ";").value()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number       | 1e400       | BAD_NUMBER",
                "number       | mười        | BAD_NUMBER",
                "date         | 31/02/2020  | BAD_DATE",
                "date         | hôm qua     | BAD_DATE",
                "yes_no       | có lẽ       | UNKNOWN_OPTION",
                "choice       | nhỏ xíu     | UNKNOWN_OPTION",
                "multi_choice | L;nhỏ xíu   | UNKNOWN_OPTION",
                "photo        | 8           | UNKNOWN_FILE",
                "photo        | ../etc      | UNKNOWN_FILE"
            })
    void whatDoesNotFitIsRefused(String code, String given, String problem) {
        Checked<Object> checked = check(code, given);
        assertThat(checked.problem()).isEqualTo(problem);
        assertThat(checked.arguments()).hasSize(1);
    }

    @Test
    void aTextThatIsTooLongIsToldItsLimit() {
        Checked<Object> checked = check("text", "x".repeat(10_000));
        assertThat(checked.problem()).isEqualTo(Checked.TOO_LONG);
        assertThat(checked.arguments()).containsExactly("2000");
    }

    @ParameterizedTest
    @EnumSource(AttributeType.class)
    void nothingIsNoValue(AttributeType type) {
        Attribute attribute = TestAttributes.attribute("x", type);
        for (Object nothing : new Object[] {"", "   ", null}) {
            Checked<Object> checked = AttributeCheck.check(attribute, nothing, id -> null);
            assertThat(checked.isGood()).isTrue();
            assertThat(checked.value()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(AttributeType.class)
    void anObjectIsNoValueOfAnyType(AttributeType type) {
        Attribute attribute = TestAttributes.attribute("x", type);
        assertThat(AttributeCheck.check(attribute, Map.of("a", "b"), id -> null).problem())
                .isEqualTo("BAD_VALUE");
    }
}
