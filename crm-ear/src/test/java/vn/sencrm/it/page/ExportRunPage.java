package vn.sencrm.it.page;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** The page of an export, and the list of one's exports. */
public final class ExportRunPage extends OpenedPage {

    private ExportRunPage(Window window, String name) {
        super(window, name);
    }

    /** Once the file is there. */
    static ExportRunPage ended(Window window) {
        window.page().waitForURL("**/export/run.xhtml?id=*");
        window.page().locator("a[href*='file?id=']").waitFor();
        return new ExportRunPage(window, "export-run");
    }

    public String text() {
        return page.locator("main").innerText();
    }

    public Path download() {
        Download file = page.waitForDownload(
                () -> page.locator("a[href*='file?id=']").first().click());
        return file.path();
    }

    public ExportRunPage all() {
        page.locator(".page-actions a", new Page.LocatorOptions()).first().click();
        page.waitForURL("**/export/list.xhtml");
        return new ExportRunPage(window, "export-list");
    }
}
