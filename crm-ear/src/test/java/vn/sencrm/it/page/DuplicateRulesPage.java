package vn.sencrm.it.page;

/** Which keys count, and what happens when one meets an existing customer. */
public final class DuplicateRulesPage extends OpenedPage {

    private DuplicateRulesPage(Window window) {
        super(window, "duplicate-rules");
    }

    public static DuplicateRulesPage open(Window window) {
        window.go("/customer/duplicate-rules.xhtml");
        return new DuplicateRulesPage(window);
    }

    public String policy(String key, String source) {
        return page.locator("select[name='" + key + "." + source + "']").inputValue();
    }

    public DuplicateRulesPage choose(String key, String source, String policy) {
        page.locator("select[name='" + key + "." + source + "']").selectOption(policy);
        return this;
    }

    public DuplicateRulesPage save() {
        id("save").click();
        page.locator(".notices .notice-ok").waitFor();
        return this;
    }
}
