package vn.sencrm.it.page;

import java.util.List;

/** "Sáp nhập": two customers side by side, and the page of a merge that was done. */
public final class MergePage extends OpenedPage {

    private MergePage(Window window, String name) {
        super(window, name);
    }

    /** From a list in which two are ticked. */
    public static MergePage fromList(Window window) {
        window.page().locator("[data-bulk-merge]").click();
        window.page().locator("#merge-body").waitFor();
        return new MergePage(window, "customer-merge");
    }

    /** Of two whose ids are known. */
    public static MergePage open(Window window, long master, long slave) {
        window.go("/customer/merge.xhtml?ids=" + master + "," + slave);
        return new MergePage(window, "customer-merge-kinds");
    }

    /** Looks at a group and puts its merge to work. */
    public static void mergeGroup(Window window, long group) {
        window.go("/customer/merge-group.xhtml?group=" + group);
        MergePage page = new MergePage(window, "customer-merge-group");
        page.id("merge-group-now").click();
        page.page.waitForURL("**/bulk/run.xhtml*");
    }

    /** The page of the newest merge into a customer, from the customer's own. */
    public static MergePage ofMerge(Window window) {
        window.page().locator("a[href^='merged.xhtml']").first().click();
        window.page().locator("#merged-body").waitFor();
        return new MergePage(window, "customer-merged");
    }

    public MergePage swap() {
        page.locator(".page-actions a[href^='merge.xhtml']").click();
        page.waitForLoadState();
        return new MergePage(window, "customer-merge");
    }

    /** @param side master or slave */
    public MergePage choose(String field, String side) {
        page.locator("input[name='choose." + field + "'][value=" + side + "]").check();
        return this;
    }

    /** Types a value of the result, as nobody has it. */
    public MergePage type(String field, String value) {
        page.locator("details.merge-typed:has(input[name='choose." + field + "']) summary")
                .click();
        page.locator("[name='typed." + field + "']").fill(value);
        return this;
    }

    /** Types anew into an input that is open already. */
    public MergePage retype(String field, String value) {
        page.locator("[name='typed." + field + "']").fill(value);
        return this;
    }

    /** What is told of fields that are not kept, next to the kinds and as a notice. */
    public List<String> drops() {
        return page.locator(".merge-drops:visible, [data-merge-dropped]:visible p, .merge-no-place:visible")
                .allInnerTexts();
    }

    /** Tries to merge; says what is wrong. */
    public List<String> mergeInVain() {
        id("merge-now").click();
        page.locator(".notices .notice-bad").waitFor();
        return notices();
    }

    /** What stands in the column of the result. */
    public String result(String field) {
        return page.locator("tr:has(input[name='choose." + field + "']) .merge-result")
                .innerText();
    }

    public CustomerDetailPage merge() {
        id("merge-now").click();
        page.locator(".notices .notice-ok").waitFor();
        return CustomerDetailPage.arrived(window);
    }

    /** Fields changed since the merge. */
    public List<String> conflicts() {
        return page.locator("fieldset.conflict legend").allInnerTexts();
    }

    public CustomerDetailPage undo() {
        id("undo-now").click();
        page.locator(".notices .notice-ok").waitFor();
        return CustomerDetailPage.arrived(window);
    }
}
