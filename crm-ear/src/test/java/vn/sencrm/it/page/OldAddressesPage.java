package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;
import java.util.List;

/** Addresses in words for which no place is known. */
public final class OldAddressesPage extends OpenedPage {

    private OldAddressesPage(Window window) {
        super(window, "old-addresses");
    }

    public static OldAddressesPage open(Window window) {
        window.go("/location/addresses.xhtml");
        return new OldAddressesPage(window);
    }

    public List<String> written() {
        return page.locator("table.catalogue tbody td:nth-child(2)").allInnerTexts();
    }

    public OldAddressesPage tick(String text) {
        page.locator("table.catalogue tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .locator("input[type=checkbox]")
                .check();
        return this;
    }

    public OldAddressesPage apply() {
        page.waitForNavigation(() -> id("apply").click());
        return this;
    }
}
