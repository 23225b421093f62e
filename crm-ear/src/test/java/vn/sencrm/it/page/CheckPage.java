package vn.sencrm.it.page;

/** Customers that lack required fields. */
public final class CheckPage extends OpenedPage {

    private CheckPage(Window window) {
        super(window, "customer-check");
    }

    public static CheckPage open(Window window, String query) {
        window.go("/customer/check.xhtml" + query);
        return new CheckPage(window);
    }

    public String rows() {
        return page.locator("table.customers").innerText();
    }
}
