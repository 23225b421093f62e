package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;

/** The dialog in which a bulk action is confirmed. */
public final class BulkDialog extends OpenedPage {

    private final Locator dialog;

    private BulkDialog(Window window, String action) {
        super(window, "bulk-" + action);
        this.dialog = page.locator("#bulkDialog");
    }

    static BulkDialog opened(Window window, String action) {
        window.page().locator("#bulkDialog .bulk-ask").waitFor();
        return new BulkDialog(window, action);
    }

    public String title() {
        return dialog.locator(".ui-dialog-title").innerText();
    }

    public String text() {
        return dialog.innerText();
    }

    public BulkDialog choose(String label) {
        dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    public BulkDialog type(String id, String text) {
        dialog.locator("#" + id).fill(text);
        return this;
    }

    public BulkDialog select(String id, String label) {
        dialog.locator("#" + id).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
        return this;
    }

    /** Ticks an attribute and gives it a value, or the choice of that name. */
    public BulkDialog fillAttribute(String code, String value) {
        dialog.locator("input[name=bulkAttribute][value=" + code + "]").check();
        Locator input = dialog.locator("[name='bulkAttribute." + code + "']");
        if (input.evaluate("input => input.tagName").equals("SELECT")) {
            input.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(value));
        } else {
            input.fill(value);
        }
        return this;
    }

    public BulkRunPage confirm() {
        id("bulkConfirm").click();
        return BulkRunPage.ended(window);
    }

    /** Of the dialog that asks about an export. */
    public ExportRunPage export() {
        id("bulkConfirm").click();
        return ExportRunPage.ended(window);
    }

    /** Confirms what is refused: the dialog stays and says why. */
    public BulkDialog confirmInVain() {
        dialog.locator(".notice").evaluateAll("all => all.forEach(notice => notice.remove())");
        id("bulkConfirm").click();
        dialog.locator(".bulk-ask .notice").waitFor();
        return this;
    }
}
