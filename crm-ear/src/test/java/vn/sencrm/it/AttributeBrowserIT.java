package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.AttributePage;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.CustomerForm;
import vn.sencrm.it.page.Window;

/** The company's own attributes as people meet them: defined on a page, filled in a form, shown. */
@Tag("full")
class AttributeBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({"1280,vi,light,Một lựa chọn", "360,en,dark,One choice"})
    void anAttributeIsDefinedAndChosenInTheForm(int width, String language, String theme, String type) {
        String name = "Cỡ " + Unique.word();
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            String list = AttributePage.ofNew(window)
                    .fill("nameVi", name)
                    .type(type)
                    .choice(0, "Lớn")
                    .choice(1, "Nhỏ")
                    .save();
            assertThat(list).contains(name);
            String code = Db.text("select code from customer_attribute where name_vi = ?", name);
            String customer = "Lan " + Unique.word();
            CustomerDetailPage detail = CustomerForm.ofNew(window, "SHOP")
                    .fill("name", customer)
                    .choose("attr-" + code, "Nhỏ")
                    .save();
            assertThat(detail.everything()).contains(name).contains("Nhỏ");
            assertThat(Db.text("select attributes ->> ? from customer where id = ?", code, detail.id()))
                    .isEqualTo("NHO");
        }
    }

    @Test
    void anAttributeIsChangedWhereItStandsAndItsOldValueGivenBack() {
        String area = TestAttributes.define("NUMBER").getString("code");
        Api api = Api.of(user);
        JsonObject made = api.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Lan " + Unique.word())
                                .add("attributes", Json.createObjectBuilder().add(area, 5))
                                .build())
                .json();
        long id = made.getJsonNumber("id").longValue();
        try (Window window = Window.of(user)) {
            CustomerDetailPage detail = CustomerDetailPage.open(window, id);
            detail.openField("attributes." + area);
            window.page().locator("#attr-" + area).fill("không phải số");
            window.page().keyboard().press("Enter");
            PlaywrightAssertions.assertThat(window.page().locator(".fact-editor .row-message"))
                    .containsText("không phải số");
            window.page().locator("#attr-" + area).fill("1250,5");
            window.page().keyboard().press("Enter");
            PlaywrightAssertions.assertThat(window.page().locator(".fact-attributes-" + area))
                    .containsText("1.250,5");
            window.go("/customer/history.xhtml?id=" + id);
            window.page().locator("button[id$=restore]").first().click();
            window.page().waitForURL("**/customer/history.xhtml*");
            PlaywrightAssertions.assertThat(window.page().locator("tbody tr")).hasCount(3);
        }
        assertThat(api.get("/customers/" + id).json().getJsonObject("attributes"))
                .isEqualTo(Json.createObjectBuilder().add(area, 5).build());
    }

    @Test
    void whatIsWrongIsToldAtTheAttributeAndAConflictIsDecidedForItAlone() {
        String area = TestAttributes.define("NUMBER").getString("code");
        String since = TestAttributes.define("DATE").getString("code");
        Api api = Api.of(user);
        JsonObject made = api.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Lan " + Unique.word())
                                .add("attributes", Json.createObjectBuilder().add(area, 5))
                                .build())
                .json();
        long id = made.getJsonNumber("id").longValue();
        try (Window window = Window.of(user)) {
            CustomerForm form = CustomerForm.of(window, id)
                    .fill("attr-" + area, "1e400")
                    .fill("attr-" + since, "31/02/2020")
                    .saveInVain();
            assertThat(form.problems())
                    .anyMatch(text -> text.contains("không phải số"))
                    .anyMatch(text -> text.contains("dd/MM/yyyy"));
            assertThat(form.value("attr-" + area)).isEqualTo("1e400");
            api.patch(
                    "/customers/" + id,
                    Json.createObjectBuilder()
                            .add("version", 1)
                            .add("attributes", Json.createObjectBuilder().add(area, 7))
                            .build());
            form.fill("attr-" + area, "6").fill("attr-" + since, "28/02/2020").saveInVain();
            assertThat(form.showsConflict()).isTrue();
            form.decide("attributes." + area, "mine").save();
        }
        assertThat(api.get("/customers/" + id).json().getJsonObject("attributes"))
                .isEqualTo(Json.createObjectBuilder()
                        .add(area, 6)
                        .add(since, "2020-02-28")
                        .build());
    }
}
