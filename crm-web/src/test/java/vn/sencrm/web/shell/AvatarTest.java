package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Lan Phương, NP",
        "Đặng Quốc Tuấn, ĐT",
        "Công ty TNHH Minh Phát, MP",
        "Shop Bé Hạt Tiêu, BT",
        "Hòa, H",
        "công ty, C",
        "'  (ông) Ba  ', ÔB"
    })
    void initialsAreTheFirstAndTheLastWordWithoutLegalForms(String name, String initials) {
        assertThat(Avatar.initials(name)).isEqualTo(initials);
    }

    @Test
    void noNameHasADash() {
        assertThat(Avatar.initials(null)).isEqualTo("–");
        assertThat(Avatar.initials(" ")).isEqualTo("–");
    }
}
