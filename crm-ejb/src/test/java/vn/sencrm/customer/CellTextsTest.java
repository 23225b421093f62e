package vn.sencrm.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTextsTest {

    @Test
    void phonesWithoutLabelsAreLeftToTheirOwnReader() {
        assertThat(CellTexts.phones("0912 345 678; (028) 3825 1234"))
                .isEqualTo(List.of("0912 345 678; (028) 3825 1234"));
    }

    @Test
    void aLabelMayHoldWhatSeparatesNumbers() {
        assertThat(CellTexts.phones("0912 345 678 [nhà, cơ quan]; 024 3825 1234/0903 111 222"))
                .isEqualTo(List.of(
                        Map.of("value", "0912 345 678", "label", "nhà, cơ quan"), " 024 3825 1234", "0903 111 222"));
    }

    @Test
    void aLabelThatNeverEndsIsNone() {
        assertThat(CellTexts.phones("0912 345 678 [nhà")).isEqualTo(List.of("0912 345 678 [nhà"));
        assertThat(CellTexts.labelled("a@b.example [")).isEqualTo("a@b.example [");
    }

    @Test
    void accountsStandWithTheirNetworks() {
        assertThat(CellTexts.socials(CellTexts.ALL_NETWORKS, "zalo: 0912345678; web: https://x.example/a;"))
                .isEqualTo(List.of(
                        Map.of("network", "zalo", "id", "0912345678"),
                        Map.of("network", "web", "id", "https://x.example/a")));
        assertThat(CellTexts.socials("zalo", "a: b")).isEqualTo(List.of(Map.of("network", "zalo", "id", "a: b")));
    }

    @Test
    void thePartsOfSeveralAddressesStandInTheSameOrderInEveryCell() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("street", "12 Lê Lợi || 5 Trần Phú");
        cells.put("province", "Hà Nội ||");
        cells.put("position", " || 10.77, 106.7");
        assertThat(CellTexts.addresses(cells))
                .isEqualTo(List.of(
                        Map.of("street", "12 Lê Lợi", "province", "Hà Nội"),
                        Map.of("street", "5 Trần Phú", "province", "", "lat", "10.77", "lon", "106.7")));
    }
}
