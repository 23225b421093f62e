package vn.sencrm.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceIndexTest {

    private final PlaceIndex index = new PlaceIndex(
            List.of(
                    new Place("79", null, "Thành phố Hồ Chí Minh"),
                    new Place("46", null, "Thành phố Huế"),
                    new Place("19", null, "Tỉnh Thái Nguyên"),
                    new Place("26740", "79", "Phường Sài Gòn"),
                    new Place("26743", "79", "Phường Bến Thành"),
                    new Place("26773", "79", "Phường Thạnh An"),
                    new Place("27676", "79", "Xã Thạnh An"),
                    new Place("02269", "19", "Xã Văn Lăng"),
                    new Place("02230", "19", "Xã Văn Lang")),
            List.of(
                    new PlaceIndex.Alias("79", "Tỉnh Bình Dương"),
                    new PlaceIndex.Alias("79", "Tỉnh Bà Rịa - Vũng Tàu"),
                    new PlaceIndex.Alias("79", "HCM"),
                    new PlaceIndex.Alias("46", "Tỉnh Thừa Thiên Huế"),
                    new PlaceIndex.Alias("26740", "Phường Bến Nghé, Quận 1"),
                    new PlaceIndex.Alias("26740", "Phường 6, Quận 3"),
                    new PlaceIndex.Alias("26743", "Phường 6, Quận 4"),
                    new PlaceIndex.Alias("gone", "Phường Đã Bỏ")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thành phố Hồ Chí Minh",
                "thanh pho ho chi minh",
                "TP. Hồ Chí Minh",
                "tp.hcm",
                "Hồ Chí Minh",
                "79",
                "Bình Dương",
                "tỉnh bình dương",
                "Bà Rịa–Vũng Tàu",
                "ba ria vung tau"
            })
    void aProvinceIsFoundByWhatPeopleWriteForIt(String words) {
        assertThat(index.province(words)).isEqualTo("79");
    }

    @ParameterizedTest
    @CsvSource({
        "Phường Sài Gòn, 26740",
        "sai gon, 26740",
        "P. Sài Gòn, 26740",
        "26740, 26740",
        "Bến Nghé, 26740",
        "'Phường Bến Nghé, Quận 1', 26740",
        "'Phường 6, Quận 4', 26743",
        "'Bến Thành, gần chợ', 26743"
    })
    void aCommuneIsFoundByItsNameOfTodayOrAFormerOne(String words, String code) {
        assertThat(index.commune("79", words)).isEqualTo(code);
    }

    @Test
    void diacriticsTellApartWhatIsAlikeWithoutThem() {
        assertThat(index.commune("19", "Xã Văn Lăng")).isEqualTo("02269");
        assertThat(index.commune("19", "Văn Lang")).isEqualTo("02230");
        assertThat(index.commune("19", "xa van lang")).isNull();
        assertThat(index.communesOf("19", "van lang")).containsExactlyInAnyOrder("02269", "02230");
    }

    @Test
    void wordsThatMeanSeveralPlacesAreNotGuessed() {
        assertThat(index.commune("79", "Thạnh An")).isNull();
        assertThat(index.commune("79", "Xã Thạnh An")).isEqualTo("27676");
        assertThat(index.commune("79", "Phường 6")).isNull();
        assertThat(index.communesOf("79", "Phường 6")).containsExactlyInAnyOrder("26740", "26743");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "", "  ", "…", "Phường", "Phường Đã Bỏ", "26740"})
    void whatIsNoProvinceIsNone(String words) {
        assertThat(index.province(words)).isNull();
    }

    @Test
    void anotherSpellingIsPutRightAndAFormerNameIsLeft() {
        assertThat(index.name("79", "tp hồ chí minh")).isEqualTo("Thành phố Hồ Chí Minh");
        assertThat(index.name("79", "Bình Dương")).isEqualTo("Bình Dương");
        assertThat(index.name("26740", "Phường Bến Nghé, Quận 1")).isEqualTo("Phường Bến Nghé, Quận 1");
        assertThat(index.name(null, "Atlantis")).isEqualTo("Atlantis");
        assertThat(index.name("79", null)).isNull();
    }
}
