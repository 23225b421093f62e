package vn.sencrm.it.page;

/** The sign-in page. */
public final class SignInPage extends OpenedPage {

    SignInPage(Window window) {
        super(window, "login");
    }

    public static SignInPage open(Window window) {
        window.go("/login.xhtml");
        return new SignInPage(window);
    }

    /** The window has been sent here. */
    public static SignInPage at(Window window) {
        window.page().waitForURL("**/login.xhtml*");
        return new SignInPage(window);
    }

    public HomePage signIn(String username, String password) {
        submit(username, password);
        page.waitForURL("**/crm/");
        return new HomePage(window);
    }

    /** Signs in where the page asked for before is shown afterwards. */
    public void signInTo(String address, String username, String password) {
        submit(username, password);
        page.waitForURL(address);
    }

    public SignInPage signInWrongly(String username, String password) {
        submit(username, password);
        page.locator(".notice-bad").waitFor();
        lookAt("login-refused");
        return this;
    }

    private void submit(String username, String password) {
        id("username").fill(username);
        id("password").fill(password);
        id("signIn").click();
    }
}
