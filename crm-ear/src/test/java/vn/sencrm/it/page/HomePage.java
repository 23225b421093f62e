package vn.sencrm.it.page;

/** The home page, to which a sign-in leads. */
public final class HomePage extends OpenedPage {

    HomePage(Window window) {
        super(window, "home");
    }

    public static HomePage open(Window window) {
        window.go("/");
        return new HomePage(window);
    }
}
