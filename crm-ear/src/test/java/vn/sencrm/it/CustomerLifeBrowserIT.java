package vn.sencrm.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.Window;

/** The page of one customer in a browser: in place, by keyboard, with colleagues, into the bin and back. */
@Tag("full")
class CustomerLifeBrowserIT {

    static {
        // As long as every other wait of these tests.
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);
    private final JsonObject customer = api.post(
                    "/customers",
                    Json.createObjectBuilder()
                            .add("name", "Nguyễn Thị " + Unique.word())
                            .add("jobTitle", "Kế toán")
                            .add("notes", "Quan tâm gói tiệc cuối năm")
                            .build())
            .json();
    private final long id = customer.getJsonNumber("id").longValue();

    @Test
    void aFieldIsChangedWhereItStandsByKeyboardAlone() {
        try (Window window = Window.of(user)) {
            CustomerDetailPage detail = CustomerDetailPage.open(window, id);
            Page page = window.page();
            detail.openField("jobTitle");
            page.keyboard().type("Giám đốc");
            detail.lookAt("customer-detail-field");
            page.keyboard().press("Enter");
            assertThat(page.locator(".fact-jobTitle")).containsText("Giám đốc");
            assertThat(page.locator(".timeline").first()).containsText("Giám đốc");
            assertThat(page.locator("[data-edit-field=jobTitle]")).isFocused();

            detail.openField("jobTitle");
            page.keyboard().type("Không lưu");
            page.keyboard().press("Escape");
            assertThat(page.locator(".fact-editor")).hasCount(0);
            assertThat(detail.fact("jobTitle")).contains("Giám đốc");

            detail.openField("birthday");
            page.keyboard().type("31/02/2020");
            page.keyboard().press("Enter");
            assertThat(page.locator(".fact-editor .row-message")).containsText("Ngày không hợp lệ");
            page.keyboard().press("Escape");
            assertThat(page.locator(".fact-editor")).hasCount(0);

            detail.openField("notes");
            api.patch(
                    "/customers/" + id,
                    Json.createObjectBuilder()
                            .add("version", 2)
                            .add("notes", "của họ")
                            .build());
            page.locator("[id=notes]").fill("của tôi");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".conflicts")).containsText("của họ");
            detail.lookAt("customer-detail-conflict");
            page.locator(".conflicts input[value=mine]").check();
            page.locator("#save").click();
            assertThat(page.locator(".fact-notes")).containsText("của tôi");

            page.locator("[id=tag]").fill("gọi lại T7");
            page.keyboard().press("Enter");
            assertThat(page.locator(".tag-list .tag-own")).containsText("gọi lại T7");
            page.locator("#follow").click();
            assertThat(page.locator("#follow")).containsText("Bỏ theo dõi");
            page.locator(".tag-off").click();
            assertThat(page.locator(".tag-list .tag")).hasCount(0);
        }
    }

    @Test
    void aColleagueWhoIsNamedFindsTheCommentAndItsFileUnderTheBell() {
        TestUser colleague = TestUsers.administrator();
        try (Window window = Window.of(user)) {
            CustomerDetailPage.open(window, id);
            Page page = window.page();
            page.locator("#text").click();
            page.keyboard().type("Nhờ @" + colleague.username());
            page.locator("#mention-hits [data-user='" + colleague.username() + "'][aria-selected=true]")
                    .waitFor();
            page.keyboard().press("Enter");
            page.keyboard().type("gọi lại");
            page.locator(".talk input[type=file]")
                    .setInputFiles(new FilePayload(
                            "báo giá.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
            page.locator("#send").click();
            assertThat(page.locator(".comment-text")).containsText("gọi lại");
            assertThat(page.locator(".mention")).containsText("@" + colleague.username());
            assertThat(page.locator("#record-files")).containsText("báo giá.pdf");
            CustomerDetailPage.open(window, id);
        }
        try (Window window = Window.of(colleague)) {
            window.go("/notification/list.xhtml");
            Page page = window.page();
            assertThat(page.locator(".bell-count")).hasText("1");
            page.locator(".notifications a").first().click();
            assertThat(page.locator(".comment-text")).containsText("gọi lại");
            window.go("/notification/list.xhtml");
            assertThat(page.locator(".bell-count")).hasCount(0);
        }
    }

    @Test
    void aDeletedCustomerIsFoundInTheBinAndBroughtBack() {
        try (Window window = Window.of(user)) {
            CustomerDetailPage detail = CustomerDetailPage.open(window, id);
            Page page = window.page();
            page.locator("[data-dialog=deleteDialog]").click();
            assertThat(page.locator("#deleteDialog")).containsText(customer.getString("code"));
            detail.lookAt("customer-detail-delete");
            page.locator("#delete-now").click();
            page.waitForURL("**/customer/list.xhtml*");
            window.go("/customer/bin.xhtml?name=" + customer.getString("code"));
            detail.lookAt("customer-bin");
            page.locator("tbody button").click();
            page.waitForURL("**/customer/detail.xhtml*");
            assertThat(detail.heading()).contains(customer.getString("name"));
            window.go("/customer/history.xhtml?id=" + id);
            detail.lookAt("customer-history");
            assertThat(page.locator("tbody tr")).hasCount(3);
        }
    }
}
