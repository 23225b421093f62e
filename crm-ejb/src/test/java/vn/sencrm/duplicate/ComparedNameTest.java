package vn.sencrm.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedNameTest {

    @ParameterizedTest
    @CsvSource({
        "nguyen van hung, nguyen van hugn",
        "nguyen van hung, nguyen van hunng",
        "nguyen van hung, nguyne van hung",
        "tran thi phuong, tran thi phuogn",
        "nguyen van duc, van duc nguyen",
        "nguyen van duc, duc nguyen van",
        "hoa sen viet nam, hoa sen vietnam",
        "nguyen hoang minh chau, nguyen hoang chau",
    })
    void whatOnePersonMayMakeOfAnothersWritingIsSimilar(String one, String other) {
        assertThat(new ComparedName(one).isSimilar(new ComparedName(other))).isTrue();
        assertThat(new ComparedName(other).isSimilar(new ComparedName(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "nguyen van an, nguyen thi an",
        "nguyen van a, nguyen van b",
        "nguyen van an, nguyen van anh",
        "nguyen van hung, nguyen van hai",
        "chi nhanh 11, chi nhanh 12",
        "nguyen van hung, tran van hung",
        "an, anh",
        "nguyen, nguyen van hung",
        "nguyen van hung, nguyen van hung",
    })
    void otherPeopleAreNot(String one, String other) {
        assertThat(new ComparedName(one).isSimilar(new ComparedName(other))).isFalse();
        assertThat(new ComparedName(other).isSimilar(new ComparedName(one))).isFalse();
    }
}
