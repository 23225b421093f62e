package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.function.Consumer;

/** A catalogue, tags or locations: they share their look. */
public final class CataloguePage extends OpenedPage {

    private CataloguePage(Window window, String name) {
        super(window, name);
    }

    /** @param of as in {@code tiers} */
    public static CataloguePage open(Window window, String of) {
        window.go("/catalogue/list.xhtml?of=" + of);
        return new CataloguePage(window, "catalogue");
    }

    public static CataloguePage tags(Window window) {
        window.go("/tag/list.xhtml");
        return new CataloguePage(window, "tags");
    }

    /** @param province its code, or nothing for the list of provinces */
    public static CataloguePage locations(Window window, String province) {
        window.go("/location/list.xhtml?in=" + province);
        return new CataloguePage(window, "locations");
    }

    public List<String> names() {
        return page.locator("table.catalogue tbody td:first-child").allInnerTexts();
    }

    public CataloguePage add() {
        page.locator(".page-actions [data-fill]").click();
        save().waitFor();
        lookAt("catalogue-dialog");
        return this;
    }

    public CataloguePage edit(String name) {
        row(name).locator("[data-fill]").click();
        save().waitFor();
        return this;
    }

    public CataloguePage fill(String field, String value) {
        id(field).fill(value);
        return this;
    }

    /** Sets the entry's rule with the filter builder; what the form then says of it. */
    public String setRule(Consumer<FilterDialog> built) {
        page.locator(".ui-dialog:visible [data-filter-open]").click();
        built.accept(new FilterDialog(window));
        lookAt("catalogue-rule");
        page.locator("button[form=filter-form]").click();
        page.locator(".filter-condition")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return page.locator("[data-said=rule]").innerText();
    }

    public CataloguePage colour(String colour) {
        page.locator("input[name=pick-colour][value=" + colour + "]").check();
        return this;
    }

    /** Saves, and the page is read afresh. */
    public CataloguePage saved() {
        page.waitForNavigation(() -> save().click());
        return this;
    }

    public List<String> saveInVain() {
        save().click();
        Locator message = page.locator(".ui-dialog .row-message:visible").first();
        message.waitFor();
        lookAt("catalogue-refused");
        return page.locator(".ui-dialog .row-message:visible").allInnerTexts();
    }

    /** Presses a row's button: up, down, archive, unarchive. */
    public CataloguePage act(String name, String act) {
        page.waitForNavigation(() -> row(name).locator("[data-act=" + act + "]").click());
        return this;
    }

    /** What is asked before the row goes. */
    public String askDelete(String name) {
        row(name).locator("[data-act=delete]").click();
        page.locator("[data-agree]").waitFor();
        lookAt("catalogue-delete");
        return id("question").innerText();
    }

    public CataloguePage agree() {
        page.waitForNavigation(() -> page.locator("[data-agree]").click());
        return this;
    }

    private Locator save() {
        return page.locator(".ui-dialog:visible [id=save]");
    }

    /** All that a row says. */
    public String text(String name) {
        return row(name).innerText();
    }

    private Locator row(String name) {
        return page.locator("table.catalogue tbody tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }
}
