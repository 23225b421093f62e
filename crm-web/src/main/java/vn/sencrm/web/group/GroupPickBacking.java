package vn.sencrm.web.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.web.customer.CustomerWords;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/**
 * Customers of whom some are put into a group: searched by code, name, owner and category in the picker; and those who
 * are in it. Both are read page by page; what is ticked stays in the browser (group.js).
 */
@Named
@RequestScoped
public class GroupPickBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 20;

    @Inject
    transient CustomerQueries customers;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient GroupQueries groups;

    @Inject
    transient CustomerWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient ExternalContext external;

    private transient CustomerChoices choices;
    private transient Page<CustomerView> found;
    private transient Page<CustomerView> members;

    // ---- the picker

    /** Looks for customers; the answer shows the first page, or the one that was asked for. */
    public void search() {
        getFound();
    }

    /** All customers again, whatever was typed. */
    public void reset() {
        found = read(null, "");
    }

    /** Nobody before the first search: the picker is not open yet. */
    public Page<CustomerView> getFound() {
        if (found == null) {
            Filter filter = filter();
            found = read(filter.equals(Filter.ALL) ? null : filter, one("pickAfter"));
        }
        return found;
    }

    private Filter filter() {
        Filter filter = Filter.ALL;
        filter = filter.and(condition("code", FilterOp.STARTS, one("pickCode")));
        filter = filter.and(condition("name", FilterOp.CONTAINS, one("pickName")));
        filter = filter.and(condition("owner", FilterOp.EQ, one("pickOwner")));
        return filter.and(condition("category", FilterOp.EQ, one("pickCategory")));
    }

    private static Filter condition(String field, FilterOp op, String value) {
        return value.isEmpty() ? Filter.ALL : Filter.Condition.of(field, op, value);
    }

    /** What was searched, as whoever takes all of it sends it. */
    public String getFilter() {
        return filter().toJson();
    }

    public String getFoundCount() {
        return count(getFound());
    }

    public List<CustomerChoices.Choice> getPeople() {
        return choices().of(CustomerField.OWNER);
    }

    public List<CustomerChoices.Choice> getCategories() {
        return choices().of(CustomerField.CATEGORY);
    }

    private CustomerChoices choices() {
        if (choices == null) {
            choices = references.choices();
        }
        return choices;
    }

    // ---- members

    /** Another page of them. */
    public void turn() {
        getMembers();
    }

    public Page<CustomerView> getMembers() {
        if (members == null) {
            members = read(GroupQueries.members(groups.get(group())), one("membersAfter"));
        }
        return members;
    }

    public String getMembersCount() {
        return count(getMembers());
    }

    private long group() {
        String id = one("id");
        if (!id.matches("\\d{1,18}")) {
            throw new NotFoundException("customer-group", id);
        }
        return Long.parseLong(id);
    }

    // ---- both

    private Page<CustomerView> read(Filter filter, String after) {
        try {
            return customers.page(request(filter, after)).page();
        } catch (CursorMismatchException other) {
            return customers.page(request(filter, "")).page();
        }
    }

    private static CustomerListRequest request(Filter filter, String after) {
        return new CustomerListRequest(
                filter, null, CustomerSort.UPDATED_DOWN, after.isEmpty() ? null : after, SIZE, false);
    }

    private String count(Page<CustomerView> page) {
        String key = page.totalIsExact() ? "customer_list.count" : "customer_list.count.more";
        return texts.message(key, formats.number(page.total()));
    }

    /** Whose it is, and of which category. */
    public String facts(CustomerView customer) {
        String owner = customer.owner() == null ? "" : customer.owner().fullName();
        String category = words.option(customer.category());
        return owner.isEmpty() || category.isEmpty() ? owner + category : owner + " · " + category;
    }

    private String one(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "").strip();
    }
}
