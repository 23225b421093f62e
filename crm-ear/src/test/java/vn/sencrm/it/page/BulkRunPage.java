package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** A bulk action with its report. */
public final class BulkRunPage extends OpenedPage {

    private BulkRunPage(Window window) {
        super(window, "bulk-run");
    }

    /** Once it is through. */
    static BulkRunPage ended(Window window) {
        window.page().waitForURL("**/bulk/run.xhtml*");
        window.page()
                .locator("[id='work:stop']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return new BulkRunPage(window);
    }

    /** Done, unchanged, skipped, refused, as the tiles show them. */
    public List<String> counts() {
        return page.locator(".tiles .tile-value, .tiles strong").allInnerTexts();
    }

    public String everything() {
        return page.locator("main").innerText();
    }

    public BulkRunPage undo() {
        String before = page.url();
        page.locator("[data-dialog=undoDialog]").click();
        lookAt("bulk-undo");
        id("work:undo").click();
        page.waitForURL(url -> !url.equals(before));
        return ended(window);
    }
}
