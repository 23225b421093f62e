package vn.sencrm.it.page;

import com.microsoft.playwright.options.SelectOption;

/** The definition of one attribute, and the list that it leads back to. */
public final class AttributePage extends OpenedPage {

    private AttributePage(Window window) {
        super(window, "attribute");
    }

    public static AttributePage ofNew(Window window) {
        window.go("/customer/attribute.xhtml");
        return new AttributePage(window);
    }

    public AttributePage fill(String field, String value) {
        id(field).fill(value);
        return this;
    }

    public AttributePage type(String label) {
        id("type").selectOption(new SelectOption().setLabel(label));
        return this;
    }

    /** Types the name of the choice in a row, from 0. */
    public AttributePage choice(int row, String name) {
        page.locator("[id='choice:" + row + ":nameVi']").fill(name);
        return this;
    }

    /** Saves, and shows the list. */
    public String save() {
        lookAt("attribute-filled");
        id("save").click();
        page.waitForURL("**/customer/attributes.xhtml*");
        return new AttributePage(window).list();
    }

    private String list() {
        lookAt("attributes");
        return page.locator("main").innerText();
    }
}
