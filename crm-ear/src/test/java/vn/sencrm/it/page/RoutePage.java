package vn.sencrm.it.page;

import com.microsoft.playwright.Page;
import java.util.List;

/** A route: its form, and its customers in the order of their stops. */
public final class RoutePage extends OpenedPage {

    private RoutePage(Window window, String name) {
        super(window, name);
    }

    /** Makes a route in its form, given to a user who is found by a part of the name. */
    public static RoutePage create(Window window, String name, String person) {
        window.go("/route/edit.xhtml");
        RoutePage form = new RoutePage(window, "route-edit");
        form.id("name").fill(name);
        Page page = window.page();
        page.locator("#staff").click();
        page.locator("#staff_panel input[role=searchbox], #staff_panel .ui-selectcheckboxmenu-filter")
                .first()
                .pressSequentially(person);
        page.locator("#staff_panel li:visible", new Page.LocatorOptions().setHasText(person))
                .locator(".ui-chkbox-box")
                .click();
        page.keyboard().press("Escape");
        form.id("save").click();
        page.waitForURL("**/route/detail.xhtml*");
        return new RoutePage(window, "route-empty");
    }

    public static RoutePage open(Window window, long id) {
        window.go("/route/detail.xhtml?id=" + id);
        return new RoutePage(window, "route-detail");
    }

    public static RoutePage list(Window window) {
        window.go("/route/list.xhtml");
        return new RoutePage(window, "route-list");
    }

    public long id() {
        return Long.parseLong(page.url().replaceAll(".*[?&]id=(\\d+).*", "$1"));
    }

    public String everything() {
        return page.locator("main").innerText();
    }

    public List<String> customers() {
        return page.locator("#stops tbody a[href*='customer/detail']").allInnerTexts();
    }

    /** Moves the customer of a row one stop down. */
    public RoutePage moveDown(int row) {
        page.locator("[id='stop:" + row + ":down']").click();
        page.waitForLoadState();
        return new RoutePage(window, "route-moved");
    }
}
