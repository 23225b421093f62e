package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.page.AccessWhyPage;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.RoutePage;
import vn.sencrm.it.page.Window;

/** Sharing, routes and the question why, as people meet them. */
@Tag("full")
class AccessBrowserIT {

    private final TestUser admin = TestUsers.administrator();
    private final TestUser staff = TestUsers.staff();
    private final JsonObject customer = customer();
    private final long id = customer.getJsonNumber("id").longValue();

    @Test
    void aCustomerIsSharedToLookAtAndTheReaderIsToldWhy() {
        try (Window window = Window.of(Window.PHONE, "vi", "dark")) {
            window.signIn(admin);
            CustomerDetailPage detail = CustomerDetailPage.open(window, id);
            Page page = window.page();
            page.locator("[data-dialog=share]").click();
            page.locator("#shareNow").waitFor();
            detail.lookAt("customer-share");
            page.locator("#shareNow").click();
            page.locator("#shareForm .row-message").getByText("Hãy chọn").waitFor();
            page.locator("#shareWith").selectOption("USER:" + staff.username());
            page.locator("#shareNow").click();
            page.locator("#shares li").waitFor();
            detail.lookAt("customer-shared");
            assertThat(page.locator("#shares").innerText()).contains(staff.username(), "Xem");
        }
        try (Window window = Window.of(staff)) {
            CustomerDetailPage detail = CustomerDetailPage.open(window, id);
            assertThat(detail.everything()).contains("được chia sẻ với bạn", "không được sửa");
            assertThat(window.page()
                            .locator(".page-actions a[href*='edit.xhtml']")
                            .count())
                    .isZero();
        }
        try (Window window = Window.of(Window.WIDE, "en", "light")) {
            window.signIn(admin);
            assertThat(AccessWhyPage.ask(window, staff.username(), customer.getString("code"))
                            .answer())
                    .contains("may not change it", "It is shared with this user.");
        }
    }

    @Test
    void aRouteIsMadeFilledAndVisited() {
        String name = "Tuyến " + Unique.word();
        long route;
        try (Window window = Window.of(admin)) {
            route = RoutePage.create(window, name, staff.username()).id();
            CustomerDetailPage.open(window, id);
            window.page().locator("#route").selectOption(new SelectOption().setLabel(name));
            window.page().locator("#putOn").click();
            window.page().locator("#routes li").waitFor();
            Api.of(admin)
                    .post(
                            "/routes/" + route + "/customers",
                            Json.createObjectBuilder()
                                    .add(
                                            "customers",
                                            Json.createArrayBuilder()
                                                    .add(customer().getInt("id")))
                                    .build());
            assertThat(RoutePage.list(window).everything()).contains(name, staff.username());
        }
        try (Window window = Window.of(Window.PHONE, "en", "light")) {
            window.signIn(staff);
            RoutePage stops = RoutePage.open(window, route);
            assertThat(stops.customers()).hasSize(2).first().isEqualTo(customer.getString("name"));
            assertThat(stops.moveDown(0).customers()).last().isEqualTo(customer.getString("name"));
        }
    }

    private JsonObject customer() {
        return Api.of(admin)
                .post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Phạm " + Unique.word())
                                .build())
                .json();
    }
}
