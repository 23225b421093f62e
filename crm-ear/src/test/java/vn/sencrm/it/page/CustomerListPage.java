package vn.sencrm.it.page;

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
}
