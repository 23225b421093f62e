package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.Filter.Condition;
import vn.sencrm.common.filter.FilterFields;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.common.filter.FilterSentence;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.CustomerPage;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.list.FilterChoices;
import vn.sencrm.customer.list.SavedFilter;
import vn.sencrm.customer.list.SavedFilters;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/**
 * The list of customers (CUS-10). Everything it shows stands in its address; a part of the address that cannot be read
 * is said and left out, and the list begins at its start.
 */
@Named
@RequestScoped
public class CustomerListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String EXACT = "exact";

    /** A condition of the filter as a sentence, and the list without it. */
    public record Chip(String sentence, ListAddress without) {}

    /** A customer with what the shown columns have to say of them. */
    public record Row(CustomerView customer, List<Cell> cells) {}

    /** One column of a row. */
    public record Cell(ListColumn column, ListCell value) {}

    /** An order that the list may be put in: the other direction where it is in that of the column already. */
    public record Order(String label, String address, boolean current) {}

    @Inject
    transient CustomerQueries customers;

    @Inject
    transient FilterChoices found;

    @Inject
    transient CustomerFilters filterFields;

    @Inject
    transient SavedFilters filters;

    @Inject
    transient SavedFilterBacking savedFilters;

    @Inject
    transient ColumnsBacking columns;

    @Inject
    transient ListColumns allColumns;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient CustomerWords words;

    @Inject
    transient FacesContext faces;

    private String stage;
    private String search;
    private String filterJson;
    private String sortText;
    private String after;
    private String saved;
    private String open;
    private String counting;

    // Empty, not null: another form's postback asks for them without a page having been read.
    private transient Filter filter = Filter.ALL;
    private transient CustomerSort sort = CustomerSort.UPDATED_DOWN;
    private transient CustomerPage page = new CustomerPage(new Page<>(List.of(), 0, true, null, null), false);
    private transient List<Chip> chips = List.of();
    private transient List<Row> rows = List.of();
    private transient String broken;

    /** Reads the address and the page of customers that it stands for. */
    public void load() throws IOException {
        CustomerStage inStage = SavedFilterBacking.stage(stage);
        stage = inStage == null ? null : inStage.name();
        search = search == null || search.isBlank() ? null : search;
        Optional<SavedFilter> opened = opened(inStage);
        if (opened.isPresent()) {
            faces.getExternalContext().redirect(ListAddress.of(opened.get()).toString());
            faces.responseComplete();
            return;
        }
        readSort();
        readFilter();
        savedFilters.beginWith(address());
        columns.beginWith(inStage, savedFilters.getCurrent(), sort);
        if (broken == null) {
            chips = chips();
            read();
        }
    }

    /** What the address asks to open by its id, or what the user has this list begin with. */
    private Optional<SavedFilter> opened(CustomerStage inStage) {
        if (open == null || open.isBlank()) {
            return address().at(after).isBare() ? filters.first(inStage) : Optional.empty();
        }
        try {
            return Optional.of(filters.get(RecordIds.parse(open)));
        } catch (NotFoundException gone) {
            say("customer_list.message.warn.saved");
            return Optional.empty();
        }
    }

    private void readSort() {
        try {
            sort = CustomerSort.of(sortText);
        } catch (CrmException unknown) {
            sort = CustomerSort.UPDATED_DOWN;
            say("customer_list.message.warn.sort");
        }
        sortText = sort == CustomerSort.UPDATED_DOWN ? null : sort.text();
    }

    private void readFilter() {
        try {
            filter = filterFields.parse(filterJson);
            filterJson = filter.equals(Filter.ALL) ? null : filter.toJson();
        } catch (CrmException unreadable) {
            broken = words.problem(unreadable);
        }
    }

    private void read() {
        try {
            page = customers.page(request(after));
        } catch (CursorMismatchException strange) {
            after = null;
            say("customer_list.message.warn.cursor");
            page = customers.page(request(null));
        }
        rows = page.page().items().stream().map(this::row).toList();
    }

    private Row row(CustomerView customer) {
        return new Row(
                customer,
                columns.getShown().stream()
                        .map(column -> new Cell(column, allColumns.cell(column, customer)))
                        .toList());
    }

    private CustomerListRequest request(String cursor) {
        Filter all = stage == null
                ? filter
                : Condition.of("stage", FilterOp.EQ, stage).and(filter);
        Filter given = all.equals(Filter.ALL) ? null : all;
        return new CustomerListRequest(
                given, search, sort, cursor, CustomerListRequest.DEFAULT_SIZE, EXACT.equals(counting));
    }

    private void say(String key) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, texts.message(key), null));
    }

    public String getTitle() {
        return texts.message("customer_list.title." + (stage == null ? "ALL" : stage));
    }

    /** Nothing where the filter cannot be read: nobody counted. */
    public String getCount() {
        if (broken != null) {
            return "";
        }
        String key = page.page().totalIsExact() ? "customer_list.count" : "customer_list.count.more";
        return texts.message(key, formats.number(page.page().total()));
    }

    /** The same page with all matches counted, where that was not done; else null. */
    public String getCountAddress() {
        if (page.page().totalIsExact() || broken != null) {
            return null;
        }
        String here = address().at(after).toString();
        return here + (here.contains("?") ? "&" : "?") + "count=" + EXACT;
    }

    /** "50 trong 12.480". */
    public String getRange() {
        String key = page.page().totalIsExact() ? "customer_list.range" : "customer_list.range.more";
        return texts.message(
                key,
                formats.number(getRows().size()),
                formats.number(page.page().total()));
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Whether only the newest matches of a search were put in order. */
    public boolean isCut() {
        return page.cut();
    }

    public String getNext() {
        return page.page().next() == null
                ? null
                : address().at(page.page().next()).toString();
    }

    public String getPrevious() {
        String previous = page.page().previous();
        return previous == null ? null : address().at(previous).toString();
    }

    /**
     * The list in an order, in its other direction when it is in that order now.
     *
     * @param first the order of a click on another column's header
     */
    public String sortedBy(String first) {
        String field = first.startsWith("-") ? first.substring(1) : first;
        String other = first.startsWith("-") ? field : "-" + field;
        return address().withSort(sort.text().equals(first) ? other : first).toString();
    }

    /** The orders of the shown columns, where a phone has no headers to press. */
    public List<Order> getOrders() {
        List<Order> orders = new ArrayList<>();
        orders.add(order(texts.message("customer_list.column.customer"), "name"));
        columns.getShown().stream()
                .filter(column -> column.sort() != null)
                .forEach(column -> orders.add(order(column.label(), column.sort())));
        return orders;
    }

    private Order order(String label, String first) {
        String field = first.startsWith("-") ? first.substring(1) : first;
        boolean isCurrent = sort.field().equals(field);
        String arrow = !isCurrent ? "" : sort.text().startsWith("-") ? " ↓" : " ↑";
        return new Order(label + arrow, sortedBy(first), isCurrent);
    }

    /** For {@code aria-sort}. */
    public String direction(String name) {
        return sort.text().equals(name) ? "ascending" : sort.text().equals("-" + name) ? "descending" : "none";
    }

    /** Why the filter of the address cannot be read, null where it can: then nothing is shown rather than too much. */
    public String getBroken() {
        return broken;
    }

    /** The parts of the filter that must all match, or the whole of it. */
    public List<Chip> getChips() {
        return chips;
    }

    private List<Chip> chips() {
        if (filter.equals(Filter.ALL)) {
            return List.of();
        }
        FilterWords labels = new FilterWords(texts, words, found.names(filter));
        List<Filter> parts = filter instanceof Filter.And and ? and.parts() : List.of(filter);
        FilterFields fields = filterFields.fields(filter);
        List<Chip> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Filter> rest = new ArrayList<>(parts);
            Filter part = rest.remove(i);
            String json = rest.isEmpty() ? null : new Filter.And(rest).toJson();
            all.add(new Chip(FilterSentence.of(part, fields, labels), address().withFilter(json)));
        }
        return all;
    }

    /** The list without any condition or search. */
    public String getWhole() {
        String none = savedFilters.isOpenedFirst(stage) ? ListAddress.NONE : null;
        return new ListAddress(stage, null, null, sortText, null, none).toString();
    }

    /** The map of the same customers. */
    public String getMap() {
        return address().toMap();
    }

    public String getWithoutSearch() {
        return address().withSearch(null).toString();
    }

    public boolean isNarrowed() {
        return filterJson != null || search != null && !search.isBlank();
    }

    private ListAddress address() {
        return new ListAddress(stage, search, filterJson, sortText, null, saved);
    }

    public String getStage() {
        return stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getFilter() {
        return filterJson;
    }

    public void setFilter(String filter) {
        this.filterJson = filter;
    }

    public String getSort() {
        return sortText;
    }

    public void setSort(String sort) {
        this.sortText = sort;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getSaved() {
        return saved;
    }

    public void setSaved(String saved) {
        this.saved = saved;
    }

    public String getOpen() {
        return open;
    }

    public void setOpen(String open) {
        this.open = open;
    }

    public String getCounting() {
        return counting;
    }

    public void setCounting(String counting) {
        this.counting = counting;
    }
}
