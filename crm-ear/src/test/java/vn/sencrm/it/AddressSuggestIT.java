package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Addresses that a geocoder suggests while one types (MAP-1). */
class AddressSuggestIT {

    private static final String HITS =
            "/customer/address-suggest.xhtml?q=" + URLEncoder.encode("12 Tràng Tiền", StandardCharsets.UTF_8);

    private final Visit visit = Visit.signedIn(TestUsers.staff());

    @Test
    void aHitHasTheStreetTheProvinceByOurOwnNameAndThePosition() {
        try (LocalGeocoder geocoder = LocalGeocoder.open()) {
            Answer hits = visit.get(HITS);
            assertThat(hits.body())
                    .contains(
                            "data-hits=\"1\"",
                            "12 Tràng Tiền, Cửa Nam, Hà Nội, Việt Nam",
                            "data-code=\"12 Tràng Tiền\"")
                    .containsPattern("province&quot;:&quot;(Thành phố )?Hà Nội")
                    .contains("lat&quot;:&quot;21.0247");
        }
    }

    @Test
    void theFormDoesWithoutWhileTheGeocoderIsAway() {
        Answer hits = visit.get(HITS);
        assertThat(hits.status()).isEqualTo(200);
        assertThat(hits.body()).contains("data-hits=\"0\"");
        assertThat(visit.get("/customer/edit.xhtml?kind=SHOP").status()).isEqualTo(200);
    }

    @Test
    void nobodyElseIsAnswered() {
        assertThat(new Visit().get(HITS).body()).doesNotContain("data-hits");
    }
}
