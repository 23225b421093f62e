package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The dialog that asks when others have a customer's keys. */
public final class DuplicateDialog extends OpenedPage {

    private final Locator dialog;

    private DuplicateDialog(Window window, Locator dialog, String name) {
        super(window, name);
        this.dialog = dialog;
    }

    /** Types a phone number and waits for the sign beside it, then opens what it tells. */
    public static DuplicateDialog ofTyped(Window window, String phone) {
        Locator field =
                window.page().locator("[data-rows=phones] .list-inputs input").first();
        field.fill(phone);
        window.page().locator("[data-rows=phones] .duplicate-icon").click();
        Locator dialog = window.page().locator("#duplicateHits");
        dialog.locator(".duplicates").waitFor();
        return new DuplicateDialog(window, dialog, "duplicate-hits");
    }

    /** Presses "Lưu" and is asked. */
    public static DuplicateDialog ofSaving(Window window) {
        window.page().locator("#save").click();
        Locator dialog = window.page().locator("#duplicateDialog");
        dialog.locator(".duplicates").waitFor();
        return new DuplicateDialog(window, dialog, "duplicate-dialog");
    }

    public String text() {
        return dialog.innerText();
    }

    public void close() {
        dialog.locator("[data-dialog-close]").click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    public CustomerDetailPage saveAllTheSame() {
        dialog.locator("[data-save-duplicate]").click();
        page.waitForURL("**/customer/detail.xhtml*");
        return CustomerDetailPage.arrived(window);
    }
}
