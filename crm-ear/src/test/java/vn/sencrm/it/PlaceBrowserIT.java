package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.CustomerForm;
import vn.sencrm.it.page.Window;

/** Where a customer is: suggested, placed by hand, and shown (MAP-1). */
@Tag("full")
class PlaceBrowserIT {

    private final TestUser user = TestUsers.staff();

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void anAddressIsSuggestedPlacedOnTheSmallMapAndShown(int width, String language, String theme) {
        try (Window window = Window.of(width, language, theme);
                LocalGeocoder geocoder = LocalGeocoder.open()) {
            window.signIn(user);
            CustomerForm form = CustomerForm.ofNew(window, "SHOP").fill("name", "Quán " + Unique.word());
            form.suggestStreet("12 Trang Tien");
            assertThat(form.address("street")).isEqualTo("12 Tràng Tiền");
            assertThat(form.address("province")).contains("Hà Nội");
            assertThat(form.address("lat")).isEqualTo("21.0247");
            form.clickOnMap(180, 60).lookAt("customer-edit-map");
            assertThat(form.address("lat")).isNotEqualTo("21.0247").startsWith("2");
            CustomerDetailPage detail = form.save();
            assertThat(detail.placesOnMap()).isEqualTo(1);
            detail.lookAt("customer-detail-map");
        }
    }
}
