package vn.sencrm.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;

/** The opened menu of a list that can be written to a file. */
public final class ExportMenu extends OpenedPage {

    private ExportMenu(Window window, String name) {
        super(window, name);
    }

    /** Goes to a list and opens its menu. */
    public static ExportMenu open(Window window, String path) {
        window.go(path);
        Locator menu = window.page().locator(".page-actions details.menu");
        menu.locator("summary").click();
        Locator list = menu.locator("ul");
        list.waitFor();
        BoundingBox box = list.boundingBox();
        assertThat(box.x).as("the left edge of the menu of %s", path).isNotNegative();
        assertThat(box.x + box.width).as("its right edge").isLessThanOrEqualTo(window.width());
        return new ExportMenu(window, "export-menu-" + path.split("/")[1]);
    }

    /** Of a short list: the file comes at once. */
    public Path download(String format) {
        return page.waitForDownload(() -> choice(format).click()).path();
    }

    /** Of a long one: it is written while one looks. */
    public ExportRunPage write(String format) {
        choice(format).click();
        return ExportRunPage.ended(window);
    }

    private Locator choice(String format) {
        return page.locator(".page-actions details.menu a", new Page.LocatorOptions().setHasText(format));
    }
}
