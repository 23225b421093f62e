package vn.sencrm.customer.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.attribute.AttributeInput.ChoiceInput;

class DefinitionCheckTest {

    private static Attribute check(String code, String name, String type, ChoiceInput... choices) {
        return check(new AttributeInput(code, name, "", type, false, Set.of(), List.of(choices)));
    }

    private static Attribute check(AttributeInput input) {
        return DefinitionCheck.check(input, TestAttributes.ALL, Optional.empty());
    }

    private static ChoiceInput choice(String code, String name) {
        return new ChoiceInput(code, name, "", false);
    }

    @ParameterizedTest
    @CsvSource({
        "Quy mô cửa hàng, quy_mo_cua_hang",
        "Text, text_2",
        "'  Ngày (ký) ', ngay_ky",
        "2 mặt tiền, a_2_mat_tien",
        "😀, a_"
    })
    void aCodeIsMadeOfTheName(String name, String code) {
        assertThat(check("", name, "TEXT").code()).isEqualTo(code);
    }

    @Test
    void whatIsNotSaidIsTheUsual() {
        Attribute made = check("", "Quy mô", "TEXT");
        assertThat(made.nameEn()).isEqualTo("Quy mô");
        assertThat(made.kinds()).containsExactlyInAnyOrder(CustomerKind.values());
    }

    @Test
    void codesOfChoicesAreMadeUnlikeEachOther() {
        Attribute made = check("", "Cỡ", "CHOICE", choice("", "Lớn"), choice("", ""), choice("", "Lon!"));
        assertThat(made.choices()).extracting(Attribute.Choice::code).containsExactly("LON", "LON_2");
    }

    @ParameterizedTest
    @CsvSource({
        "Size, TEXT, code, BAD_ATTRIBUTE_CODE",
        "text, TEXT, code, CODE_TAKEN",
        "size, MAP, type, UNKNOWN_OPTION",
        "size, '', type, REQUIRED",
        "size, CHOICE, choices, CHOICES_NEEDED"
    })
    void whatIsWrongIsToldAtItsField(String code, String type, String field, String problem) {
        assertThatThrownBy(() -> check(code, "Tên", type))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.problems())
                        .anySatisfy(one -> {
                            assertThat(one.field()).isEqualTo(field);
                            assertThat(one.code()).isEqualTo(problem);
                        }));
    }

    @Test
    void aCodeOrNameOfAChoiceStandsOnce() {
        assertThatThrownBy(() -> check("", "Cỡ", "CHOICE", choice("L", "Lớn"), choice("l", "lon")))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.problems())
                        .extracting("field", "code")
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("choices[1]", "CODE_TAKEN"),
                                org.assertj.core.groups.Tuple.tuple("choices[1]", "CODE_TAKEN")));
    }

    @Test
    void aLongNameIsRefusedWithItsLimit() {
        assertThatThrownBy(() -> check("x", "N".repeat(10_000), "TEXT"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(
                                refused.problems().get(0).arguments())
                        .containsExactly("120"));
    }
}
