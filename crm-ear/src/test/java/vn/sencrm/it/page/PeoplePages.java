package vn.sencrm.it.page;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;

/** The pages of users, teams and roles, and one's own page; each is looked at as it is opened. */
public final class PeoplePages extends OpenedPage {

    private PeoplePages(Window window, String name) {
        super(window, name);
    }

    private static PeoplePages open(Window window, String path, String name) {
        window.go(path);
        return new PeoplePages(window, name);
    }

    public static PeoplePages users(Window window) {
        return open(window, "/user/list.xhtml", "user-list");
    }

    public static PeoplePages newUser(Window window) {
        return open(window, "/user/edit.xhtml", "user-new");
    }

    public static PeoplePages user(Window window, long id) {
        return open(window, "/user/edit.xhtml?id=" + id, "user-edit");
    }

    public static PeoplePages teams(Window window) {
        return open(window, "/team/list.xhtml", "team-list");
    }

    public static PeoplePages newTeam(Window window) {
        return open(window, "/team/edit.xhtml", "team-new");
    }

    public static PeoplePages team(Window window, long id) {
        return open(window, "/team/edit.xhtml?id=" + id, "team-edit");
    }

    public static PeoplePages roles(Window window) {
        return open(window, "/role/list.xhtml", "role-list");
    }

    public static PeoplePages me(Window window) {
        return open(window, "/me.xhtml", "me");
    }

    public PeoplePages fill(String field, String value) {
        id(field).fill(value);
        return this;
    }

    /** A picture of the user, chosen and kept. */
    public PeoplePages givePicture(byte[] content) {
        id("picture").setInputFiles(new FilePayload("lan.png", "image/png", content));
        return press("savePicture");
    }

    /** Whether the circle at the top is a picture by now. */
    public boolean hasPicture() {
        return page.locator(".menu-user img.avatar").isVisible();
    }

    public PeoplePages choose(String field, String label) {
        id(field).selectOption(new SelectOption().setLabel(label));
        return this;
    }

    /** Presses a button that loads the page anew, and waits for what is told there. */
    public PeoplePages press(String button) {
        id(button).click();
        page.locator(".notices .notice").first().waitFor();
        return this;
    }

    /** Opens a dialog and looks at it. */
    public PeoplePages openDialog(String dialog) {
        page.locator("[data-dialog=" + dialog + "]").click();
        page.locator(".ui-dialog:visible .dialog-buttons").first().waitFor();
        lookAt("dialog-" + dialog);
        return this;
    }

    /** Adds a row for a member, who is chosen by full name. */
    public PeoplePages addMember(int place, String fullName) {
        if (id("member:" + place + ":username").count() == 0) {
            id("addMember").click();
            id("member:" + place + ":username").waitFor();
        }
        return choose("member:" + place + ":username", fullName);
    }
}
