package vn.sencrm.it.page;

import java.util.List;

/** The map of customers. */
public final class MapPage extends OpenedPage {

    private MapPage(Window window) {
        super(window, "customer-map");
    }

    public static MapPage open(Window window, String query) {
        window.go("/customer/map.xhtml" + query);
        window.page().locator("#map[data-shown]").waitFor();
        return new MapPage(window);
    }

    public List<String> listed() {
        return page.locator("#map-list a").allInnerTexts();
    }

    public CustomerDetailPage openListed(String name) {
        page.locator("#map-list a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))
                .click();
        return CustomerDetailPage.arrived(window);
    }
}
