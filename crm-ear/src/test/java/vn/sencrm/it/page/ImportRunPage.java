package vn.sencrm.it.page;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;

/** An import from its columns to its report. */
public final class ImportRunPage extends OpenedPage {

    ImportRunPage(Window window, String name) {
        super(window, name);
    }

    public static ImportRunPage open(Window window, long id) {
        window.go("/importing/run.xhtml?id=" + id);
        return new ImportRunPage(window, "import-run");
    }

    public long id() {
        return Long.parseLong(page.url().replaceAll(".*[?&]id=(\\d+).*", "$1"));
    }

    /** The field that a column was guessed to be, by its label. */
    public String fieldOf(String header) {
        return select(header).locator("option:checked").innerText();
    }

    public ImportRunPage map(String header, String field) {
        page.waitForResponse("**/run.xhtml*", () -> select(header).selectOption(new SelectOption().setLabel(field)));
        return this;
    }

    private Locator select(String header) {
        return page.getByLabel(header, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
    }

    /** What the preview says will become of its rows. */
    public List<String> preview() {
        return page.locator(".table-cells .status").allInnerTexts();
    }

    /** Types into a cell of the preview, and waits until it is judged anew. */
    public ImportRunPage correct(String header, int row, String text) {
        Locator cell = page.getByLabel(header + ", dòng " + row);
        page.waitForResponse("**/run.xhtml*", () -> {
            cell.fill(text);
            cell.blur();
        });
        lookAt("import-corrected");
        return this;
    }

    /** Says that text from before Unicode is to be converted. */
    public ImportRunPage convert() {
        id("legacy:convert").click();
        page.locator("[id='legacy:convert']")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return new ImportRunPage(window, "import-converted");
    }

    /** Keeps the mapping under a name. */
    public ImportRunPage keepMapping(String name) {
        id("mappings:name").fill(name);
        id("mappings:keep").click();
        id("mappings:chosen").waitFor();
        return new ImportRunPage(window, "import-mapping-kept");
    }

    /** Lets it run to its end. */
    public ImportRunPage start() {
        id("columns:start").click();
        return ended();
    }

    /** Checks without changing anything. */
    public ImportRunPage check() {
        id("columns:check").click();
        return ended();
    }

    private ImportRunPage ended() {
        page.locator(".tiles").waitFor();
        page.locator("[id='work:stop']")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return new ImportRunPage(window, "import-run");
    }

    /** Waits until the present step is on the screen: on a phone the path of steps is wider. */
    public void awaitPresentStep() {
        page.waitForFunction(
                """
                () => {
                  const step = document.querySelector('.step-current').getBoundingClientRect();
                  const path = document.querySelector('.steps').getBoundingClientRect();
                  return step.left >= path.left - 1 && step.right <= path.right + 1;
                }
                """);
    }

    /** Created, updated, unchanged, skipped, refused, as the tiles show them. */
    public List<String> counts() {
        return page.locator(".tiles .tile-value, .tiles strong").allInnerTexts();
    }

    /** What is told of the rows that were refused. */
    public String issues() {
        return page.locator(".table-frame").innerText();
    }

    public Download downloadErrors() {
        return page.waitForDownload(
                () -> page.locator("a[href*='files/errors']").click());
    }

    public String everything() {
        return page.locator("main").innerText();
    }
}
