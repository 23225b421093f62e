package vn.sencrm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;

class CatalogueCheckTest {

    private static final Catalogue SHOES = new Catalogue(
            "shoes",
            "shoe",
            List.of(
                    CatalogueField.choice("purpose", "purpose", "WALK", "RUN"),
                    CatalogueField.number("discountPercent", "discount_percent", 0, 100, 2)),
            List.of());

    @Test
    void aNameIsEnoughForANewEntry() {
        assertThat(CatalogueCheck.ofNew(SHOES, new CatalogueInput().set("nameVi", "  Chờ   ký  ")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "nameVi", "Chờ ký",
                        "nameEn", "Chờ ký",
                        "code", "CHO_KY",
                        "colour", "grey",
                        "purpose", "WALK",
                        "discountPercent", BigDecimal.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"7.5,7.50", "'7,5',7.50", "7 %,7.00", "0,0.00", "100,100.00"})
    void aNumberIsReadAsPeopleWriteIt(String typed, BigDecimal read) {
        assertThat(CatalogueCheck.ofChange(SHOES, new CatalogueInput().set("discountPercent", typed)))
                .containsExactly(Map.entry("discountPercent", read));
    }

    @ParameterizedTest
    @CsvSource({
        "nameVi,'',REQUIRED",
        "nameVi,'   ',REQUIRED",
        "code,có dấu cách,BAD_CODE",
        "colour,#ff0000,UNKNOWN_OPTION",
        "colour,'red;background:url(x)',UNKNOWN_OPTION",
        "purpose,SWIM,UNKNOWN_OPTION",
        "discountPercent,101,OUT_OF_RANGE",
        "discountPercent,-1,OUT_OF_RANGE",
        "discountPercent,nhiều,BAD_VALUE",
        "discountPercent,1.234,BAD_VALUE",
        "discountPercent,1E+9,OUT_OF_RANGE",
        "size,42,UNKNOWN_FIELD"
    })
    void aValueThatIsWrongIsToldAtItsField(String field, String value, String code) {
        assertThat(problems(new CatalogueInput().set(field, value)))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code));
    }

    @Test
    void longTextsAreRefusedNotCut() {
        CatalogueInput input =
                new CatalogueInput().set("nameVi", "n".repeat(200)).set("code", "C".repeat(41));
        assertThat(problems(input)).extracting(FieldProblem::code).containsExactly("TOO_LONG", "TOO_LONG");
    }

    @Test
    void theCodeMadeOfALongOrStrangeNameIsStillOne() {
        assertThat(CatalogueCheck.codeOf("Khách ".repeat(20))).hasSizeLessThanOrEqualTo(CatalogueCheck.CODE_LIMIT - 4);
        assertThat(CatalogueCheck.codeOf("🙂")).isEqualTo("ENTRY");
        assertThat(CatalogueCheck.codeOf("<b>Đậm</b>")).isEqualTo("B_DAM_B");
    }

    @Test
    void aDescriptionWithAnythingButIdentifiersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue("x", "shoe; drop table shoe", List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CatalogueField.choice("x", "a b", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Catalogue.Use("customer", "status_id = 1 or 1"));
    }

    private static List<FieldProblem> problems(CatalogueInput input) {
        return catchThrowableOfType(InvalidInputException.class, () -> CatalogueCheck.ofChange(SHOES, input))
                .problems();
    }
}
