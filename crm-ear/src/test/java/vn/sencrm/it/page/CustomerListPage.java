package vn.sencrm.it.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** A list of customers. */
public final class CustomerListPage extends OpenedPage {

    CustomerListPage(Window window) {
        super(window, "customer-list");
    }

    public static CustomerListPage open(Window window) {
        return open(window, "");
    }

    /** @param query as in {@code ?stage=LEAD} */
    public static CustomerListPage open(Window window, String query) {
        window.go("/customer/list.xhtml" + query);
        return new CustomerListPage(window);
    }

    public List<String> names() {
        return page.locator("table.customers tbody .who a").allInnerTexts();
    }

    /** How many there are, as the page says it. */
    public String count() {
        return page.locator(".page-count").innerText();
    }

    public CustomerDetailPage open(String name) {
        page.locator("table.customers tbody .who a")
                .getByText(name, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        return CustomerDetailPage.arrived(window);
    }

    public CustomerListPage nextPage() {
        page.locator(".table-pages a[rel=next]").click();
        page.waitForURL("**after=*");
        return new CustomerListPage(window);
    }

    public boolean hasNextPage() {
        return page.locator(".table-pages a[rel=next]").count() > 0;
    }

    public CustomerListPage previousPage() {
        String before = page.url();
        page.locator(".table-pages a[rel=prev]").click();
        page.waitForURL(url -> !url.equals(before));
        return new CustomerListPage(window);
    }

    /** The conditions as the page says them. */
    public List<String> chips() {
        return page.locator(".table-bar .chip [data-filter-open]").allInnerTexts();
    }

    /** The filter in the address, empty for none. */
    public String filter() {
        return page.evaluate("() => new URLSearchParams(location.search).get('filter') || ''")
                .toString();
    }

    /** Opens the filter builder with a new condition, by the keyboard. */
    public FilterDialog addCondition() {
        page.locator("button.chip[data-filter-open='']").focus();
        page.keyboard().press("Enter");
        return new FilterDialog(window);
    }

    /** Opens the filter builder at one of the conditions. */
    public FilterDialog editCondition(int index) {
        page.locator("[data-filter-open='" + index + "']").click();
        return new FilterDialog(window);
    }

    /** Keeps what is shown by a name. */
    public CustomerListPage save(String name) {
        page.locator("[data-dialog=saveFilter]").click();
        id("savedName").fill(name);
        lookAt("customer-list-save");
        id("saveNew").click();
        page.waitForURL("**saved=*");
        return new CustomerListPage(window);
    }

    /** Opens a saved filter from the menu. */
    public CustomerListPage openSaved(String name) {
        page.locator(".saved-filters summary").click();
        page.locator(".saved-filters li a", new Page.LocatorOptions().setHasText(name))
                .click();
        page.waitForURL("**saved=*");
        return new CustomerListPage(window);
    }

    /** The headers of the columns as they are read. */
    public List<String> columns() {
        return page.locator("table.customers thead th:not(.pick)").allTextContents();
    }

    /** Ticks or unticks columns and moves the first of them to the top. */
    public CustomerListPage chooseColumns(String... names) {
        page.locator("[data-dialog=columns]").click();
        for (String name : names) {
            page.locator(".column-list input[value='" + name + "']").click();
        }
        Locator first = page.locator(
                ".column-list li", new Page.LocatorOptions().setHas(page.locator("input[value='" + names[0] + "']")));
        while (page.locator(".column-list li")
                        .first()
                        .locator("input[value='" + names[0] + "']")
                        .count()
                == 0) {
            first.locator("[data-move='-1']").press("Enter");
        }
        lookAt("customer-list-columns");
        id("columnsApply").click();
        page.waitForCondition(() -> !page.locator(".column-list").isVisible());
        page.waitForLoadState();
        return new CustomerListPage(window);
    }

    public CustomerListPage sortBy(String header) {
        String before = page.url();
        page.locator("table.customers th a.sort", new Page.LocatorOptions().setHasText(header))
                .click();
        page.waitForURL(url -> !url.equals(before));
        return new CustomerListPage(window);
    }

    // --- the menu of a row

    /** What the menu of a row offers. */
    public List<String> menu(int row) {
        openMenu(row);
        lookAt("customer-list-menu");
        List<String> entries = menuOf(row).locator("li").allInnerTexts();
        page.keyboard().press("Escape");
        menuOf(row).evaluate("menu => menu.open = false");
        return entries.stream().map(String::strip).toList();
    }

    private Locator menuOf(int row) {
        return page.locator("table.customers details.row-menu").nth(row);
    }

    private void openMenu(int row) {
        menuOf(row).locator("summary").click();
    }

    /** Follows the row's customer, or no longer, and waits until that is said. */
    public CustomerListPage follow(int row) {
        String before = menuOf(row).locator("[data-follow]").getAttribute("data-followed");
        openMenu(row);
        menuOf(row).locator("[data-follow]").click();
        menuOf(row)
                .locator("[data-follow]:not([data-followed=" + before + "])")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return this;
    }

    public CustomerForm edit(int row) {
        openMenu(row);
        menuOf(row).locator("a[href*='edit.xhtml']").click();
        return CustomerForm.at(window);
    }

    // --- ticking

    public CustomerListPage tick(int row) {
        page.locator("table.customers tbody .pick input").nth(row).check();
        return this;
    }

    /** How many rows of this page are ticked. */
    public int ticked() {
        return page.locator("table.customers tbody .pick input:checked").count();
    }

    /** Everything that matches; something is ticked already. */
    public CustomerListPage tickAll() {
        page.locator("[data-bulk-all]").click();
        return this;
    }

    /** What the bar says is ticked. */
    public String picked() {
        return page.locator("#bulk-count").innerText();
    }

    /** @param action as in {@code status} */
    /** "Xuất" of the list, whatever is ticked. */
    public BulkDialog exportList() {
        page.locator("[data-export-list]").click();
        return BulkDialog.opened(window, "export");
    }

    public BulkDialog ask(String action) {
        Locator button = page.locator("[data-bulk=" + action + "]");
        if (!button.isVisible()) {
            page.locator("#bulk-bar details.menu > summary").click();
        }
        button.click();
        return BulkDialog.opened(window, action);
    }
}
