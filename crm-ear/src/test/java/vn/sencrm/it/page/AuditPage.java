package vn.sencrm.it.page;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;

/** The page on which the audit is searched. */
public final class AuditPage extends OpenedPage {

    private AuditPage(Window window, String name) {
        super(window, name);
    }

    public static AuditPage open(Window window, String query) {
        window.go("/audit/list.xhtml" + query);
        return new AuditPage(window, "audit");
    }

    public AuditPage type(String field, String text) {
        page.locator(".audit-search [name=" + field + "]").fill(text);
        return this;
    }

    public AuditPage choose(String field, String label) {
        page.locator(".audit-search select[name=" + field + "]").selectOption(new SelectOption().setLabel(label));
        return this;
    }

    public AuditPage search() {
        page.waitForNavigation(
                () -> page.locator(".audit-search button[type=submit]").click());
        lookAt("audit-found");
        return this;
    }

    /** What each entry changed, as it is read. */
    public List<String> changes() {
        return page.locator(".audit .audit-changes").allInnerTexts();
    }

    public List<String> problems() {
        return page.locator(".notice").allInnerTexts();
    }

    /** What stands in a box of the search. */
    public String typed(String field) {
        return page.locator(".audit-search [name=" + field + "]").inputValue();
    }
}
