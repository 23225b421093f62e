package vn.sencrm.it.page;

import com.microsoft.playwright.Download;
import java.nio.file.Path;

/** The first step of an import: choose the file. */
public final class ImportPage extends OpenedPage {

    private ImportPage(Window window) {
        super(window, "import-new");
    }

    public static ImportPage open(Window window) {
        window.go("/importing/new.xhtml");
        return new ImportPage(window);
    }

    public ImportRunPage upload(Path file) {
        id("form:file").setInputFiles(file);
        id("form:upload").click();
        page.waitForURL("**/importing/run.xhtml*");
        return new ImportRunPage(window, "import-columns");
    }

    /** Uploads what is refused, and stays here. */
    public ImportPage uploadInVain(Path file) {
        return uploadInVain(file, "import-refused");
    }

    /** The same with a picture of its own. */
    public ImportPage uploadInVain(Path file, String picture) {
        id("form:file").setInputFiles(file);
        id("form:upload").click();
        page.locator(".notice-bad, .ui-message-error, .error-text:visible")
                .first()
                .waitFor();
        lookAt(picture);
        return this;
    }

    /** Chooses a file without sending it. */
    public ImportPage choose(Path file) {
        id("form:file").setInputFiles(file);
        return this;
    }

    public String everything() {
        return page.locator("main").innerText();
    }

    public Download downloadTemplate() {
        return page.waitForDownload(
                () -> page.locator("a[href$='files/customers.xlsx']").first().click());
    }
}
