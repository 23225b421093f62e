package vn.sencrm.customer.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.common.InvalidInputException;

class MapBoxTest {

    @Test
    void aBoxIsReadInTheOrderWestSouthEastNorth() {
        assertThat(MapBox.parse("105.5,20.5, 106.5,21.5")).isEqualTo(new MapBox(105.5, 20.5, 106.5, 21.5));
    }

    @Test
    void nothingStandsForVietnamAndTheWorldHasItsEnds() {
        assertThat(MapBox.parse(" ")).isEqualTo(MapBox.VIETNAM);
        assertThat(MapBox.parse("-400,-100,400,100")).isEqualTo(new MapBox(-180, -90, 180, 90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "a,b,c,d", "1,2,NaN,4", "106,20,105,21", "105,21,106,20", "1,2,3,4,5", "1;2;3;4"})
    void whatIsNoBoxIsRefused(String text) {
        assertThatThrownBy(() -> MapBox.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void cellsShrinkWithTheZoomButNeverBecomeMoreThanAScreenHas() {
        MapBox hanoi = new MapBox(105.7, 20.9, 106.0, 21.1);
        assertThat(hanoi.cell(11)).isLessThan(hanoi.cell(10));
        assertThat(new MapBox(-180, -90, 180, 90).cell(22)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "https://tile.example.vn/{z}/{x}/{y}.png,https://tile.example.vn",
        "https://{s}.tile.example.vn:8443/{z}/{x}/{y}.png,https://*.tile.example.vn:8443",
        "/tiles/{z}/{x}/{y}.png,''",
        "'',''"
    })
    void thePolicyAllowsTheHostOfTheTilesAndNoOther(String url, String source) {
        assertThat(MapConfig.source(url)).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil/{z}", "https://a;script-src *//{z}", "ftp://host/{z}"})
    void whatIsNoAddressOfTilesIsRefused(String url) {
        assertThatThrownBy(() -> MapConfig.source(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
