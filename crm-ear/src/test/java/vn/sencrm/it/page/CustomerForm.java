package vn.sencrm.it.page;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;

/** The form of a customer, new or known. */
public final class CustomerForm extends OpenedPage {

    CustomerForm(Window window) {
        super(window, "customer-edit");
    }

    /** @param kind as in {@code SHOP} */
    public static CustomerForm ofNew(Window window, String kind) {
        window.go("/customer/edit.xhtml?kind=" + kind);
        return new CustomerForm(window);
    }

    public static CustomerForm of(Window window, long id) {
        window.go("/customer/edit.xhtml?id=" + id);
        return new CustomerForm(window);
    }

    /** The window has been sent here, back to what was left. */
    public static CustomerForm at(Window window) {
        window.page().waitForURL("**/customer/edit.xhtml*");
        return new CustomerForm(window);
    }

    /** Takes what is kept of an earlier, unfinished edit. */
    public CustomerForm restoreDraft() {
        page.locator("[data-draft-offer] [data-restore]").click();
        return this;
    }

    /** @param field its name in JSON */
    public CustomerForm fill(String field, String value) {
        id(field).fill(value);
        return this;
    }

    /** Fills the first line of a list: phones, e-mails, websites. */
    public CustomerForm fillFirst(String field, String value) {
        first(field).fill(value);
        return this;
    }

    public CustomerForm choose(String field, String label) {
        id(field).selectOption(new SelectOption().setLabel(label));
        return this;
    }

    public String value(String field) {
        return id(field).inputValue();
    }

    public String firstValue(String field) {
        return first(field).inputValue();
    }

    private com.microsoft.playwright.Locator first(String field) {
        return page.locator("[data-rows=" + field + "] .list-inputs input").first();
    }

    /** Types a street and takes the first address that is suggested. */
    public CustomerForm suggestStreet(String typed) {
        part("street").pressSequentially(typed);
        page.locator(".list-address .hits .hit").first().click();
        return this;
    }

    /** A part of the first address. */
    public String address(String part) {
        return part(part).inputValue();
    }

    private com.microsoft.playwright.Locator part(String part) {
        return page.locator(".list-address input[id$=':" + part + "']").first();
    }

    /** Opens the small map of the first address and clicks at a place of it. */
    public CustomerForm clickOnMap(int x, int y) {
        page.locator("[data-map-open]").first().click();
        com.microsoft.playwright.Locator map =
                page.locator(".map-small[data-shown]").first();
        map.click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(x, y));
        return this;
    }

    public CustomerDetailPage save() {
        id("save").click();
        page.waitForURL("**/customer/detail.xhtml*");
        return CustomerDetailPage.arrived(window);
    }

    /** Deletes the customer, after the question. */
    public CustomerListPage delete(String verb) {
        page.locator(".form-delete").click();
        page.locator("#deleteDialog").waitFor();
        lookAt("customer-edit-delete");
        page.locator("#deleteDialog")
                .getByText(verb, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForURL("**/customer/list.xhtml*");
        return new CustomerListPage(window);
    }

    /** Saves what is refused, or asked about, and stays on the form. */
    public CustomerForm saveInVain() {
        id("save").click();
        page.locator(".notice-bad, .notice-warn, .conflicts").first().waitFor();
        lookAt("customer-edit-refused");
        return this;
    }

    /** What is said beside the fields. */
    public List<String> problems() {
        return page.locator(".row-message:visible").allInnerTexts();
    }

    public boolean showsConflict() {
        return page.locator(".conflicts").isVisible();
    }

    /** @param whose {@code mine} or {@code theirs} */
    public CustomerForm decide(String field, String whose) {
        page.locator("input[name='conflict." + field + "'][value=" + whose + "]")
                .check();
        return this;
    }
}
