package vn.sencrm.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveDoorTest {

    @ParameterizedTest
    @CsvSource({
        "https://crm.example.vn, crm.example.vn",
        "https://crm.example.vn, crm.example.vn:443",
        "http://127.0.0.1:8080, 127.0.0.1:8080",
        "https://CRM.example.vn:8443, crm.example.vn"
    })
    void pagesOfOurOwnMayListen(String origin, String host) {
        assertThat(LiveDoor.isOwn(origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, crm.example.vn",
        "https://crm.example.vn.evil.example, crm.example.vn",
        "null, crm.example.vn",
        "'', crm.example.vn",
        "https://crm.example.vn, ''",
        "'https://crm .example.vn', crm.example.vn"
    })
    void nobodyElseMay(String origin, String host) {
        assertThat(LiveDoor.isOwn(origin, host)).isFalse();
    }

    @Test
    void whoTellsNoOriginIsNoBrowser() {
        assertThat(LiveDoor.isOwn(null, "crm.example.vn")).isFalse();
        assertThat(LiveDoor.isOwn("http://a", null)).isFalse();
    }
}
