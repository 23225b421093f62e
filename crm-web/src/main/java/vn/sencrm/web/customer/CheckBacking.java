package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.Page;
import vn.sencrm.common.filter.Filter.Condition;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.CustomerPage;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.gap.GapQueries;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/**
 * The check page (CHK-1): its tabs, and customers that lack required fields, all of them or those that lack one. It is the customer list with the
 * filter {@code missing}, so that access, order and paging are the list's own.
 */
@Named
@RequestScoped
public class CheckBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String MISSING = "missing";

    /** The tabs of the page in their order. */
    private static final List<String> TABS = List.of("duplicates", MISSING);

    /** A field with how many lack it, and the address of those. */
    public record Chip(String label, String count, String address, boolean current) {}

    @Inject
    transient CustomerQueries customers;

    @Inject
    transient GapQueries gaps;

    @Inject
    transient CustomerWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    private String tab;
    private String field;
    private String after;

    private transient CustomerPage page = new CustomerPage(new Page<>(List.of(), 0, true, null, null), false);
    private transient Map<Long, List<String>> lacking = Map.of();
    private transient List<Chip> chips = List.of();

    /** Reads the address; what cannot be read of it is left out. */
    public void load() {
        if (isMissing()) {
            loadMissing();
        }
    }

    private void loadMissing() {
        field = gaps.fields().contains(field) ? field : null;
        try {
            page = customers.page(request(after));
        } catch (CursorMismatchException strange) {
            page = customers.page(request(null));
        }
        lacking = gaps.of(getRows().stream().map(CustomerView::id).toList());
        chips = chips(gaps.counts());
    }

    private CustomerListRequest request(String cursor) {
        Condition missing = field == null
                ? Condition.of("missing", FilterOp.NOTEMPTY)
                : Condition.of("missing", FilterOp.EQ, field);
        return new CustomerListRequest(
                missing, null, CustomerSort.UPDATED_DOWN, cursor, CustomerListRequest.DEFAULT_SIZE, false);
    }

    private List<Chip> chips(List<GapQueries.Count> counts) {
        List<Chip> made = new ArrayList<>();
        made.add(new Chip(texts.message("customer_check.all"), null, address(null, null), field == null));
        for (GapQueries.Count count : counts) {
            made.add(new Chip(
                    words.field(count.field()),
                    number(count.customers(), count.exact()),
                    address(count.field(), null),
                    count.field().equals(field)));
        }
        return made;
    }

    private String number(long number, boolean exact) {
        return exact ? formats.number(number) : texts.message("customer_check.more", formats.number(number));
    }

    private static String address(String field, String after) {
        List<String> parts = Stream.of(part("tab", MISSING), part("field", field), part("after", after))
                .filter(part -> part != null)
                .toList();
        return "check.xhtml?" + String.join("&", parts);
    }

    private static String part(String name, String value) {
        return value == null ? null : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public List<String> getTabs() {
        return TABS;
    }

    public List<Chip> getChips() {
        return chips;
    }

    public List<CustomerView> getRows() {
        return page.page().items();
    }

    /** The labels of what a row lacks. */
    public List<String> lacks(CustomerView row) {
        return lacking.getOrDefault(row.id(), List.of()).stream()
                .map(words::field)
                .toList();
    }

    public String getCount() {
        String key = page.page().totalIsExact() ? "customer_list.count" : "customer_list.count.more";
        return texts.message(key, formats.number(page.page().total()));
    }

    public String getRange() {
        String key = page.page().totalIsExact() ? "customer_list.range" : "customer_list.range.more";
        return texts.message(
                key,
                formats.number(getRows().size()),
                formats.number(page.page().total()));
    }

    public String getNext() {
        return page.page().next() == null ? null : address(field, page.page().next());
    }

    public String getPrevious() {
        return page.page().previous() == null
                ? null
                : address(field, page.page().previous());
    }

    /** The tab that is shown; whoever asks for a field means what lacks it. */
    public String getTab() {
        String otherwise = field == null ? TABS.get(0) : MISSING;
        return tab != null && TABS.contains(tab) ? tab : otherwise;
    }

    public boolean isMissing() {
        return getTab().equals(MISSING);
    }

    public void setTab(String tab) {
        this.tab = tab;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
