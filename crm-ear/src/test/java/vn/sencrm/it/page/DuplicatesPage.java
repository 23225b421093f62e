package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;

/** The tab of duplicates on the check page. */
public final class DuplicatesPage extends OpenedPage {

    private DuplicatesPage(Window window) {
        super(window, "customer-check-duplicates");
    }

    public static DuplicatesPage open(Window window) {
        window.go("/customer/check.xhtml");
        return new DuplicatesPage(window);
    }

    public String groups() {
        return page.locator("#duplicates").innerText();
    }

    /** Says that a customer is none of the others of its group. */
    public DuplicatesPage dismiss(String name) {
        page.locator(".duplicates > li", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))
                .locator("button[id$=':different']")
                .click();
        page.getByText(name)
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return this;
    }
}
