package vn.sencrm.it.page;

/** How the installation is, for its administrator. */
public final class SystemPage extends OpenedPage {

    private SystemPage(Window window) {
        super(window, "system-overview");
    }

    public static SystemPage open(Window window) {
        window.go("/system/overview.xhtml");
        return new SystemPage(window);
    }

    public String everything() {
        return page.locator("main").innerText();
    }
}
