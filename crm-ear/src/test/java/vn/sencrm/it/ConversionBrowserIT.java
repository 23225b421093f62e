package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CheckPage;
import vn.sencrm.it.page.ConvertDialog;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.MapPage;
import vn.sencrm.it.page.Window;

/** From a lead to an account, then where it stands among what is missing and on the map. */
@Tag("full")
class ConversionBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void anOrganisationIsConvertedInTheDialogThenCheckedAndFoundOnTheMap(int width, String language, String theme) {
        JsonObject lead = lead();
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            ConvertDialog dialog = ConvertDialog.open(window, lead.getInt("id"))
                    .fill("contactName", "Lê Thị Đại Diện")
                    .fill("contactPhones", "12")
                    .submitInVain();
            assertThat(dialog.value("contactName")).isEqualTo("Lê Thị Đại Diện");
            CustomerDetailPage detail =
                    dialog.fill("contactPhones", Unique.phone()).convert();
            assertThat(detail.notices()).anyMatch(text -> text.contains("Lê Thị Đại Diện"));
            assertThat(Db.text("select stage from customer where id = ?", (long) lead.getInt("id")))
                    .isEqualTo("ACCOUNT");
            assertThat(CheckPage.open(window, "?field=taxCode").rows()).contains(lead.getString("name"));
            MapPage map = MapPage.open(window, "?q=" + lead.getString("code"));
            assertThat(map.listed()).containsExactly(lead.getString("name"));
            assertThat(map.openListed(lead.getString("name")).heading()).isEqualTo(lead.getString("name"));
        }
    }

    private JsonObject lead() {
        return Api.of(user)
                .post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("kind", "ORGANIZATION")
                                .add("name", "Công ty " + Unique.word())
                                .add("phones", Unique.phone())
                                .add(
                                        "addresses",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("street", "1 Hàng Bài")
                                                        .add("lat", 21.02)
                                                        .add("lon", 105.85)))
                                .build())
                .json();
    }
}
