package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.CustomerForm;
import vn.sencrm.it.page.CustomerListPage;
import vn.sencrm.it.page.HomePage;
import vn.sencrm.it.page.SignInPage;
import vn.sencrm.it.page.Window;

/** Customers as a user works with them: create, find, read, change, at a desk and on a phone. */
class CustomerBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({"1280,vi,INDIVIDUAL", "360,en,ORGANIZATION"})
    void aCustomerIsCreatedAndShown(int width, String language, String kind) {
        createAndShow(width, language, kind);
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"360,vi,SHOP", "1280,en,HOUSEHOLD"})
    void aCustomerOfEachKindIsCreatedAndShown(int width, String language, String kind) {
        createAndShow(width, language, kind);
    }

    private void createAndShow(int width, String language, String kind) {
        String name = "Nguyễn Thị " + Unique.word();
        String phone = Unique.phone();
        String email = "lan" + Unique.number() + "@example.vn";
        try (Window window = Window.of(width, language, "light")) {
            window.signIn(user);
            CustomerDetailPage detail = CustomerForm.ofNew(window, kind)
                    .fill("name", name)
                    .fillFirst("phones", phone)
                    .fillFirst("emails", email)
                    .fill("birthday", "05/06/1990")
                    .fill("notes", "Gọi lại sau Tết")
                    .save();
            assertThat(detail.heading()).isEqualTo(name);
            assertThat(detail.everything()).contains(email, "05/06/1990", "Gọi lại sau Tết");
            assertThat(Db.text("select kind from customer where id = ?", detail.id()))
                    .isEqualTo(kind);
            assertThat(Db.text(
                            "select cause from audit_entry where entity_id = ? and entity = 'customer'", detail.id()))
                    .isEqualTo("FORM");
        }
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost() {
        try (Window window = Window.of(user)) {
            CustomerForm form = CustomerForm.ofNew(window, "INDIVIDUAL")
                    .fill("birthday", "31/02/2020")
                    .fillFirst("phones", "091234567")
                    .fill("notes", "Đã gõ rất nhiều")
                    .saveInVain();
            assertThat(form.problems())
                    .anyMatch(text -> text.contains("Cần nhập"))
                    .anyMatch(text -> text.contains("dd/MM/yyyy"))
                    .anyMatch(text -> text.contains("Số điện thoại không hợp lệ"));
            assertThat(form.value("birthday")).isEqualTo("31/02/2020");
            assertThat(form.firstValue("phones")).isEqualTo("091234567");
            assertThat(form.value("notes")).isEqualTo("Đã gõ rất nhiều");
            CustomerDetailPage saved = form.fill("name", "Lê " + Unique.word())
                    .fill("birthday", "28/02/2020")
                    .fillFirst("phones", Unique.phone())
                    .save();
            assertThat(saved.everything()).contains("Đã gõ rất nhiều");
        }
    }

    @Test
    @Tag("full")
    void aDoubtfulTaxCodeIsAskedAboutOnce() {
        String taxCode = Unique.doubtfulTaxCode();
        try (Window window = Window.of(user)) {
            CustomerForm form = CustomerForm.ofNew(window, "ORGANIZATION")
                    .fill("name", "Công ty " + Unique.word())
                    .fill("taxCode", taxCode)
                    .saveInVain();
            assertThat(form.save().everything()).contains(taxCode);
        }
    }

    @Test
    void aCustomerIsChangedAndTheChangeStandsInItsTimeline() {
        JsonObject customer = customer("Trần " + Unique.word());
        try (Window window = Window.of(user)) {
            CustomerDetailPage detail = CustomerDetailPage.open(window, id(customer))
                    .edit()
                    .fill("jobTitle", "Giám đốc")
                    .choose("status", "Báo giá")
                    .save();
            assertThat(detail.everything()).contains("Giám đốc", "Báo giá");
            assertThat(window.page().locator(".timeline").innerText()).contains("Giám đốc", "Báo giá");
        }
    }

    @Test
    @Tag("full")
    void theStatusIsTickedOnThePath() {
        JsonObject customer = customer("Trần " + Unique.word());
        try (Window window = Window.of(user)) {
            CustomerDetailPage.open(window, id(customer)).tick("Đang tư vấn");
            assertThat(Db.text(
                            "select s.code from customer c join customer_status s on s.id = c.status_id where c.id = ?",
                            id(customer)))
                    .isEqualTo("CONSULTING");
        }
    }

    @Test
    @Tag("full")
    void twoWhoEditTheSameFieldAreShownBothValuesAndDecide() {
        JsonObject customer = customer("Phạm " + Unique.word());
        try (Window window = Window.of(user)) {
            CustomerForm form = CustomerForm.of(window, id(customer)).fill("notes", "của tôi");
            Api.of(TestUsers.administrator())
                    .patch(
                            "/customers/" + id(customer),
                            Json.createObjectBuilder()
                                    .add("version", 1)
                                    .add("notes", "của họ")
                                    .add("jobTitle", "Kế toán")
                                    .build());
            form.saveInVain();
            assertThat(form.showsConflict()).isTrue();
            assertThat(window.page().locator(".conflicts").innerText()).contains("của tôi", "của họ");
            CustomerDetailPage detail = form.decide("notes", "mine").save();
            assertThat(detail.everything()).contains("của tôi", "Kế toán");
        }
    }

    @Test
    void theQuickSearchFindsANameWithoutDiacriticsAndAPhone() {
        String word = Unique.word();
        String phone = Unique.phone();
        Api.of(user)
                .post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Nguyễn Đức " + word)
                                .add("phones", phone)
                                .build());
        try (Window window = Window.of(user)) {
            CustomerListPage found = HomePage.open(window).searchFor("nguyen duc " + word.toLowerCase());
            assertThat(found.names()).containsExactly("Nguyễn Đức " + word);
            assertThat(found.searchFor(phone.substring(0, 4) + " " + phone.substring(4))
                            .names())
                    .containsExactly("Nguyễn Đức " + word);
            assertThat(found.open("Nguyễn Đức " + word).heading()).isEqualTo("Nguyễn Đức " + word);
        }
    }

    @Test
    @Tag("full")
    void aSearchWithoutHitsSaysWhatToDo() {
        try (Window window = Window.of(user)) {
            HomePage.open(window).searchFor("không có ai tên " + Unique.word());
            assertThat(window.page().locator("main").innerText()).contains("Không có khách hàng nào khớp");
        }
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280", "360"})
    void theListIsReadPageByPage(int width) {
        TestUser owner = TestUsers.staff();
        TestCustomers.sharingOneTime(owner, 60);
        try (Window window = Window.of(width, "vi", "light")) {
            window.signIn(owner);
            CustomerListPage first = CustomerListPage.open(window);
            assertThat(first.count()).isEqualTo("60 khách hàng");
            int shown = first.names().size();
            CustomerListPage second = first.nextPage();
            assertThat(shown + second.names().size()).isEqualTo(60);
            assertThat(second.hasNextPage()).isFalse();
            assertThat(second.previousPage().names()).hasSize(shown);
        }
    }

    @Test
    void aCustomerOfSomebodyElseCannotBeFoundOrOpened() {
        JsonObject foreign = customer("Của người khác " + Unique.word());
        try (Window window = Window.of(TestUsers.staff())) {
            for (String page : new String[] {"detail", "edit"}) {
                window.page().navigate(Sen.baseUrl() + "/customer/" + page + ".xhtml?id=" + id(foreign));
                assertThat(window.page().locator("h1").innerText()).isEqualTo("Không tìm thấy");
                window.forgive("404");
            }
        }
    }

    @Test
    void whatWasTypedIsOfferedAgainAfterTheSessionEnded() {
        try (Window window = Window.of(user)) {
            CustomerForm.ofNew(window, "INDIVIDUAL")
                    .fill("name", "Gõ dở " + user.username())
                    .fill("notes", "Rất dài");
            window.page()
                    .context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            window.page().locator("#save").click();
            SignInPage.at(window).signInTo("**/customer/edit.xhtml*", user.username(), user.password());
            CustomerForm form = CustomerForm.at(window).restoreDraft();
            assertThat(form.value("name")).isEqualTo("Gõ dở " + user.username());
            assertThat(form.value("notes")).isEqualTo("Rất dài");
        }
    }

    private JsonObject customer(String name) {
        return Api.of(user)
                .post("/customers", Json.createObjectBuilder().add("name", name).build())
                .json();
    }

    private static long id(JsonObject customer) {
        return customer.getJsonNumber("id").longValue();
    }
}
