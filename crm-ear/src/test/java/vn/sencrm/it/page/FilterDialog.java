package vn.sencrm.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The filter builder over a list of customers, used with the keyboard alone. */
public final class FilterDialog {

    private final Window window;
    private final Page page;
    private String typed = "";

    FilterDialog(Window window) {
        this.window = window;
        this.page = window.page();
        page.locator(".filter-condition").first().waitFor();
    }

    /** Chooses field and operator of the condition that has the focus; the focus is then at its value. */
    public FilterDialog condition(String field, String op) {
        pick("data-field", field);
        page.keyboard().press("Tab");
        pick("data-op", op);
        page.keyboard().press("Tab");
        return this;
    }

    /** Steps through the select that has the focus. */
    public FilterDialog pick(String attribute, String value) {
        Locator focused = page.locator("select[" + attribute + "]:focus");
        focused.waitFor();
        for (int i = 0; i < 100 && !focused.inputValue().equals(value); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(focused.inputValue()).isEqualTo(value);
        return this;
    }

    public FilterDialog type(String text) {
        page.keyboard().type(text);
        typed = text;
        return this;
    }

    public FilterDialog press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Presses a button of the outermost group by Enter. */
    public FilterDialog add(String what) {
        page.locator(".filter-root > .filter-add [data-add=" + what + "]").focus();
        page.keyboard().press("Enter");
        return this;
    }

    /** Presses a button of the last inner group by Enter. */
    public FilterDialog addToGroup(String what) {
        page.locator(".filter-group .filter-group [data-add=" + what + "]")
                .last()
                .focus();
        page.keyboard().press("Enter");
        return this;
    }

    /** Waits for the hits of all that was typed, not of its beginning, and takes the first. */
    public FilterDialog takeHit() {
        page.locator(".filter .hits [role=option]")
                .filter(new Locator.FilterOptions().setHasText(typed))
                .first()
                .waitFor();
        return press("ArrowDown", "Enter");
    }

    /** What is told of conditions that cannot be used. */
    public String problem() {
        return page.locator(".filter-message:visible").first().innerText();
    }

    public FilterDialog applyInVain() {
        page.locator("button[form=filter-form]").click();
        page.locator(".filter-message:visible").first().waitFor();
        return this;
    }

    public CustomerListPage apply() {
        page.locator("button[form=filter-form]").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**filter=*");
        return new CustomerListPage(window);
    }
}
