package vn.sencrm.it.page;

/** The change of one's own password. */
public final class PasswordPage extends OpenedPage {

    PasswordPage(Window window) {
        super(window, "password");
    }

    public static PasswordPage open(Window window) {
        window.go("/password.xhtml");
        return new PasswordPage(window);
    }
}
