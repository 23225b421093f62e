package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CustomerListPage;
import vn.sencrm.it.page.HomePage;
import vn.sencrm.it.page.PasswordPage;
import vn.sencrm.it.page.SignInPage;
import vn.sencrm.it.page.Window;

/** Signing in, the language and the theme, as a user sees them. */
class SignInBrowserIT {

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void aUserSignsInAndOut(int width, String language, String theme) {
        signInAndOut(width, language, theme);
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,en,dark", "360,vi,light"})
    void aUserSignsInAndOutInEveryLanguageWidthAndTheme(int width, String language, String theme) {
        signInAndOut(width, language, theme);
    }

    private void signInAndOut(int width, String language, String theme) {
        TestUser user = TestUsers.administrator();
        try (Window window = Window.of(width, language, theme)) {
            HomePage home = SignInPage.open(window).signIn(user.username(), user.password());
            assertThat(home.language()).isEqualTo(language);
            assertThat(home.theme()).isEqualTo(theme);
            PasswordPage.open(window);
            CustomerListPage list = CustomerListPage.open(window);
            list.signOut();
            window.page().navigate(Sen.baseUrl() + "/customer/list.xhtml");
            assertThat(window.page().url()).contains("/login.xhtml");
        }
    }

    @Test
    void aWrongPasswordIsToldAndTheNameStays() {
        try (Window window = Window.wide()) {
            SignInPage page = SignInPage.open(window).signInWrongly("lan", "sai");
            assertThat(page.notices()).containsExactly("Tên đăng nhập hoặc mật khẩu không đúng.");
            assertThat(window.page().locator("#username").inputValue()).isEqualTo("lan");
            assertThat(window.page().locator("#password").inputValue()).isEmpty();
        }
    }

    @Test
    @Tag("full")
    void thePageAskedForIsShownAfterTheSignIn() {
        TestUser user = TestUsers.administrator();
        try (Window window = Window.wide()) {
            window.page().navigate(Sen.baseUrl() + "/customer/list.xhtml?stage=LEAD");
            SignInPage.at(window).signInTo("**/customer/list.xhtml?stage=LEAD", user.username(), user.password());
        }
    }

    @Test
    void theLanguageIsSwitchedAndStaysAcrossPagesAndSignIns() {
        TestUser user = TestUsers.administrator();
        try (Window window = Window.of(user)) {
            HomePage home = HomePage.open(window);
            home.switchLanguage("en");
            assertThat(HomePage.open(window).language()).isEqualTo("en");
            assertThat(CustomerListPage.open(window).heading()).isEqualTo("All customers");
        }
    }

    @Test
    @Tag("full")
    void theThemeIsSwitchedAndStays() {
        try (Window window = Window.of(TestUsers.administrator())) {
            HomePage home = HomePage.open(window);
            home.toggleTheme();
            assertThat(home.theme()).isEqualTo("dark");
            assertThat(HomePage.open(window).theme()).isEqualTo("dark");
        }
    }

    @Test
    void aUserWithoutRightsIsToldSo() {
        try (Window window = Window.of(TestUsers.create("OPERATOR"))) {
            HomePage.open(window);
            window.page().navigate(Sen.baseUrl() + "/customer/list.xhtml");
            assertThat(window.page().locator("h1").innerText()).isEqualTo("Bạn không có quyền xem trang này");
            window.forgive("403");
        }
    }
}
