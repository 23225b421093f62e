package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Anh Nguyễn Văn Đức, nguyen van duc",
        "CHỊ Trần Thị Bé, tran thi be",
        "ông. Lê Lợi, le loi",
        "Bà Huyện Thanh Quan, huyen thanh quan",
        "Chú Ba Phi, ba phi",
        "Cô Nguyễn Thị Ba, nguyen thi ba",
    })
    void aFormOfAddressIsDroppedBeforeAFullName(String typed, String key) {
        assertThat(NameKey.of(typed, true)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Hoàng Anh, nguyen hoang anh",
        "Chu Văn An, chu van an",
        "Cô Thị Ba, co thi ba",
        "Ong Nguyen Van A, ong nguyen van a",
        "Anh Thư, anh thu",
        "Anh, anh",
        "Bá Văn Tèo, ba van teo",
    })
    void aNameKeepsItsOwnWords(String typed, String key) {
        assertThat(NameKey.of(typed, true)).isEqualTo(key);
    }

    @Test
    void aTitleIsRecognisedInDecomposedTextToo() {
        assertThat(NameKey.of(Normalizer.normalize("Bà Trần Thị Lý", Normalizer.Form.NFD), true))
                .isEqualTo("tran thi li");
    }

    @ParameterizedTest
    @CsvSource({
        "Công ty TNHH MTV Hoa Sen, hoa sen",
        "CTY CP HOA SEN, hoa sen",
        "CTCP Hoa Sen, hoa sen",
        "Hoa Sen JSC, hoa sen",
        "'Hoa Sen Co., Ltd.', hoa sen",
        "Công ty T.N.H.H một thành viên Hoa-Sen, hoa sen",
        "Công ty trách nhiệm hữu hạn Hoa Sen, hoa sen",
        "Doanh nghiệp tư nhân Hoa Sen, hoa sen",
        "DNTN Hoa Sen, hoa sen",
        "Hộ kinh doanh Kỳ Quý, ki qui",
        "HKD Kì Quí, ki qui",
        "Cửa hàng Hoa Sen, hoa sen",
        "Shop Hoa Sen, hoa sen",
        "CONG TY CO PHAN HOA SEN, hoa sen",
    })
    void legalFormsAreDroppedFromOrganisations(String typed, String key) {
        assertThat(NameKey.of(typed, false)).isEqualTo(key);
    }

    @Test
    void organisationsKeepTitlesAndPeopleKeepLegalForms() {
        assertThat(NameKey.of("Bà Tư Cơm Tấm", false)).isEqualTo("ba tu com tam");
        assertThat(NameKey.of("Lê Công Ty", true)).isEqualTo("le cong ti");
    }

    @Test
    void aNameIsNeverDroppedToNothing() {
        assertThat(NameKey.of("Cửa hàng", false)).isEqualTo("cua hang");
        assertThat(NameKey.of("Shop", false)).isEqualTo("shop");
        assertThat(NameKey.of("Công ty CP", false)).isEqualTo("cong ti cp");
    }

    @Test
    void differentNamesKeepDifferentKeys() {
        assertThat(NameKey.of("Thúy", true)).isNotEqualTo(NameKey.of("Thúi", true));
        assertThat(NameKey.of("Huy", true)).isNotEqualTo(NameKey.of("Hui", true));
        assertThat(NameKey.of("Lý Quý", true)).isEqualTo(NameKey.of("Lí Quí", true));
        assertThat(NameKey.of("Hoà", true)).isEqualTo(NameKey.of("Hòa", true));
    }

    @Test
    void whatHoldsNoWordHasNoKey() {
        assertThat(NameKey.of(" - ", true)).isNull();
        assertThat(NameKey.of("", false)).isNull();
        assertThat(NameKey.of(null, true)).isNull();
    }
}
