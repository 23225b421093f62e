package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Groups of customers: the list, the form and its picker. */
public final class GroupPage extends OpenedPage {

    private GroupPage(Window window, String name) {
        super(window, name);
    }

    public static GroupPage list(Window window) {
        window.go("/group/list.xhtml");
        return new GroupPage(window, "group-list");
    }

    public List<String> groups() {
        return page.locator(".table tbody tr td:first-child").allInnerTexts();
    }

    public GroupPage search(String name, String description) {
        page.locator(".group-search input[name=name]").fill(name);
        page.locator(".group-search input[name=description]").fill(description);
        page.locator(".group-search button[type=submit]").click();
        page.waitForURL("**/group/list.xhtml?name=*");
        return new GroupPage(window, "group-list-searched");
    }

    public GroupPage showAll() {
        page.locator(".group-search a").click();
        page.waitForURL("**/group/list.xhtml");
        return new GroupPage(window, "group-list");
    }

    public GroupPage startNew() {
        page.locator("a[href='edit.xhtml']").click();
        page.waitForURL("**/group/edit.xhtml");
        return new GroupPage(window, "group-new");
    }

    public GroupPage edit(String name) {
        page.locator("tr", new Page.LocatorOptions().setHasText(name))
                .locator("a[href*='edit.xhtml']")
                .click();
        page.waitForURL("**/group/edit.xhtml?id=*");
        return new GroupPage(window, "group-edit");
    }

    public GroupPage type(String name, String description) {
        id("name").fill(name);
        id("description").fill(description);
        return this;
    }

    /** Opens the picker and looks for customers by words of the name. */
    public GroupPage pick(String words) {
        page.locator("[data-dialog=picker]").click();
        // The dialog gives the focus to its first field once it has come up; what is typed before would go there.
        page.locator("#pick input[name=pickCode]:focus").waitFor();
        page.locator("#pick input[name=pickName]").fill(words);
        answered(() -> id("pickSearch").click());
        lookAt("group-picker");
        return this;
    }

    /** "Mặc định" of the picker. */
    public GroupPage pickFromAll() {
        answered(() -> id("pickReset").click());
        return this;
    }

    private void answered(Runnable click) {
        page.waitForResponse(response -> response.url().contains("/group/edit.xhtml"), click);
        page.locator("#found .group-found").waitFor();
    }

    public List<String> found() {
        return page.locator("#found li .group-who").allInnerTexts();
    }

    public String typedName() {
        return page.locator("#pick input[name=pickName]").inputValue();
    }

    public GroupPage tick(String name) {
        page.locator("#found li", new Page.LocatorOptions().setHasText(name))
                .locator("input")
                .check();
        return this;
    }

    public GroupPage take() {
        return leavePicker("[data-pick-take]");
    }

    public GroupPage skip() {
        return leavePicker("[data-pick-skip]");
    }

    private GroupPage leavePicker(String button) {
        page.locator(button).click();
        page.locator("#picker")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        return this;
    }

    public List<String> pending() {
        return page.locator("#pending li .group-who").allInnerTexts();
    }

    public List<String> members() {
        return page.locator("#members li .group-who").allInnerTexts();
    }

    public GroupPage takeOut(String name) {
        page.locator("#members li", new Page.LocatorOptions().setHasText(name))
                .locator("button")
                .click();
        lookAt("group-edit-changed");
        return this;
    }

    /** Saves without what is required: the form stays, with what was chosen. */
    public GroupPage saveInVain() {
        id("save").click();
        page.locator("#groupFields .ui-message-error").first().waitFor();
        lookAt("group-refused");
        return this;
    }

    public GroupPage save() {
        id("save").click();
        page.waitForURL("**/group/list.xhtml*");
        return new GroupPage(window, "group-saved");
    }

    public GroupPage back() {
        page.locator("#edit .form-actions a").click();
        page.waitForURL("**/group/list.xhtml*");
        return new GroupPage(window, "group-list");
    }

    public GroupPage delete() {
        page.locator("[data-dialog=deleteGroup]").click();
        lookAt("group-delete");
        id("deleteNow").click();
        page.waitForURL("**/group/list.xhtml*");
        return new GroupPage(window, "group-list");
    }
}
