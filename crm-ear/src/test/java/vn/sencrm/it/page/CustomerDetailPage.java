package vn.sencrm.it.page;

import com.microsoft.playwright.options.AriaRole;

/** Everything about one customer. */
public final class CustomerDetailPage extends OpenedPage {

    private CustomerDetailPage(Window window) {
        super(window, "customer-detail");
    }

    public static CustomerDetailPage open(Window window, long id) {
        window.go("/customer/detail.xhtml?id=" + id);
        return new CustomerDetailPage(window);
    }

    static CustomerDetailPage arrived(Window window) {
        window.page().waitForURL("**/customer/detail.xhtml*");
        return new CustomerDetailPage(window);
    }

    public long id() {
        return Long.parseLong(page.url().replaceAll(".*[?&]id=(\\d+).*", "$1"));
    }

    /** A field as it is shown; the name is that in JSON. */
    public String fact(String field) {
        return page.locator(".fact-" + field.replace('.', '-')).innerText();
    }

    /** Opens a field in place by its button, as the keyboard does. */
    public CustomerDetailPage openField(String field) {
        page.locator("[data-edit-field='" + field + "']").focus();
        page.keyboard().press("Enter");
        page.locator(".fact-editor").waitFor();
        page.waitForFunction("() => document.activeElement.closest('.fact-editor') !== null");
        return this;
    }

    /** How many positions the small map shows, once it is looked at. */
    public int placesOnMap() {
        page.locator("#record-map .map-small").scrollIntoViewIfNeeded();
        page.locator("#record-map .map-small[data-shown]").waitFor();
        return page.locator("#record-map .map-point").count();
    }

    public String everything() {
        return page.locator("main").innerText();
    }

    public CustomerForm edit() {
        page.locator(".page-actions a[href*='edit.xhtml']").click();
        page.waitForURL("**/customer/edit.xhtml*");
        return new CustomerForm(window);
    }

    public CustomerDetailPage tick(String status) {
        page.locator(".steps a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(status))
                .click();
        page.locator(
                        ".steps [aria-current=step]",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText(status))
                .waitFor();
        lookAt("customer-detail-ticked");
        return this;
    }

    /** What is told of customers who may be the same. */
    public String duplicates() {
        return page.locator("[id='record-duplicates']").innerText();
    }

    /** Opens what was noted as different, and takes the note on one of them back. */
    public CustomerDetailPage lookAgainAt(String other, String name) {
        page.locator(".duplicate-different > summary").click();
        lookAt(name);
        page.locator(".duplicate-different li", new com.microsoft.playwright.Page.LocatorOptions().setHasText(other))
                .getByRole(AriaRole.BUTTON)
                .click();
        page.locator(".duplicate-notice").waitFor();
        return this;
    }
}
