package vn.sencrm.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.customer.CustomerFilterFields;
import vn.sencrm.identity.Right;

/** Reads groups. All who see customers see the groups; of their members each sees the customers they see anyway. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class GroupQueries {

    @Inject
    GroupSql sql;

    @Inject
    CustomerAccess access;

    /**
     * A page of groups by name, forwards.
     *
     * @param name words of the name, blank for any
     * @param description words of the description, blank for any
     * @param after the cursor of the page, blank for the first
     */
    public Page<CustomerGroup> page(String name, String description, String after, int size) {
        String[] binding = {"groups", text(name), text(description)};
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, binding);
        List<CustomerGroup> found = sql.page(name, description, position, size + 1);
        boolean more = found.size() > size;
        List<CustomerGroup> shown = more ? found.subList(0, size) : found;
        CustomerGroup last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        String next = more ? Cursor.after(last.name(), last.id()).encode(binding) : null;
        return new Page<>(shown, sql.count(name, description), true, next, null);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** @throws NotFoundException when there is none */
    public CustomerGroup get(long id) {
        return sql.find(id).orElseThrow(() -> new NotFoundException(GroupService.ENTITY, id));
    }

    /** Groups that customers can be put into, by name. */
    public List<CustomerGroup> choices(int limit) {
        return sql.staticGroups(limit);
    }

    /** The names of groups that customers can be put into. */
    public List<String> names(int limit) {
        return sql.staticNames(limit);
    }

    /**
     * The groups that a customer was put into.
     *
     * @throws NotFoundException when there is no such customer or the caller may not see it
     */
    public List<CustomerGroup> ofCustomer(long customer) {
        access.requireVisible(customer);
        return sql.ofCustomer(customer);
    }

    /** The filter of a list of the group's members. */
    public static Filter members(CustomerGroup group) {
        return Filter.Condition.of(CustomerFilterFields.GROUP, FilterOp.EQ, group.name());
    }
}
