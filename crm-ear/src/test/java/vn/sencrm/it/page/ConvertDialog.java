package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The dialog "Chuyển đổi" on the page of a lead. */
public final class ConvertDialog extends OpenedPage {

    private ConvertDialog(Window window) {
        super(window, "customer-convert");
    }

    /** Opens it as the menu of a list's row does. */
    public static ConvertDialog open(Window window, long id) {
        window.go("/customer/detail.xhtml?id=" + id + "#convert");
        window.page().locator("#convert-form input[name=account]").first().waitFor();
        return new ConvertDialog(window);
    }

    public ConvertDialog fill(String field, String text) {
        id(field).fill(text);
        return this;
    }

    public ConvertDialog choose(String label) {
        page.locator("#convert-form label", new com.microsoft.playwright.Page.LocatorOptions().setHasText(label))
                .first()
                .click();
        return this;
    }

    public String value(String field) {
        return id(field).inputValue();
    }

    /** Presses the button and stays, as something is to be told. */
    public ConvertDialog submitInVain() {
        submit().click();
        page.locator("#convert-form .notice-bad").waitFor();
        lookAt("customer-convert-refused");
        return this;
    }

    public List<String> problems() {
        return page.locator("#convert-form .notice-bad li").allInnerTexts();
    }

    public CustomerDetailPage convert() {
        submit().click();
        page.locator(".notices .notice-ok").waitFor();
        return CustomerDetailPage.arrived(window);
    }

    private Locator submit() {
        return id("convert-now");
    }
}
