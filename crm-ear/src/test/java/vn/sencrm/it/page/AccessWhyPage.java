package vn.sencrm.it.page;

/** The administrator's question about any user and any customer. */
public final class AccessWhyPage extends OpenedPage {

    private AccessWhyPage(Window window) {
        super(window, "access-why");
    }

    public static AccessWhyPage ask(Window window, String user, String customer) {
        window.go("/access/why.xhtml");
        AccessWhyPage asked = new AccessWhyPage(window);
        asked.id("user").fill(user);
        asked.id("customer").fill(customer);
        asked.id("ask").click();
        window.page().locator("#answer table").waitFor();
        asked.lookAt("access-why-answered");
        return asked;
    }

    public String answer() {
        return page.locator("#answer").innerText();
    }
}
