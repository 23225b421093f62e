package vn.sencrm.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.AuditEntry;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Reads customers: a page of a list, one customer, its history; only ever what the caller may see. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CustomerQueries {

    @Inject
    Database database;

    @Inject
    CustomerListSql list;

    @Inject
    CustomerListPlan plan;

    @Inject
    CustomerConditions conditions;

    @Inject
    AuditSql audit;

    @Inject
    CustomerAccess access;

    @Inject
    CustomerContactsSql contacts;

    @Inject
    CustomerAliases aliases;

    @Inject
    CurrentUser currentUser;

    /** One page; the number of matches is found with the first page and carried along by the cursor. */
    public CustomerPage page(CustomerListRequest request) {
        return database.together(() -> read(request));
    }

    private CustomerPage read(CustomerListRequest request) {
        String[] binding = binding(request);
        Cursor position =
                request.after() == null || request.after().isBlank() ? null : Cursor.decode(request.after(), binding);
        Account user = currentUser.get();
        SqlFragment where = where(request);
        CustomerListPlan.Found found = plan.find(
                user,
                new CustomerListPlan.Conditions(where, CustomerSearchSql.isByKey(request.search())),
                new CustomerListSql.Slice(request.sort(), position, request.size()));
        Total total = request.exactCount()
                ? new Total(list.count(user, where, 0), true)
                : new Total(found.total(), found.exact());
        return new CustomerPage(page(request, found.rows(), position, total, binding), found.cut());
    }

    /** How many match a filter and a search, all of them counted. */
    public long count(CustomerListRequest request) {
        return list.count(currentUser.get(), where(request), 0);
    }

    /** Selects the ids of all that match, as far as the caller sees them: for statements on the whole set. */
    public SqlFragment matching(Filter filter, String search) {
        return conditions.matching(currentUser.get(), filter, search);
    }

    private SqlFragment where(CustomerListRequest request) {
        return conditions.where(currentUser.get(), request.filter(), request.search());
    }

    /** What a cursor must agree with: it belongs to this filter, search and order. */
    private static String[] binding(CustomerListRequest request) {
        return new String[] {
            request.filter() == null ? "" : request.filter().toJson(),
            request.search() == null ? "" : TextFold.clean(request.search()),
            request.sort().text()
        };
    }

    private record Total(long count, boolean exact) {}

    private Page<CustomerView> page(
            CustomerListRequest request, List<CustomerView> rows, Cursor position, Total total, String[] binding) {
        boolean backwards = position != null && position.direction() == Cursor.Direction.PREVIOUS;
        boolean more = rows.size() > request.size();
        // The one row too many lies at the far end of the direction in which the list was read.
        List<CustomerView> shown =
                !more ? rows : backwards ? rows.subList(1, rows.size()) : rows.subList(0, request.size());
        boolean hasNext = !shown.isEmpty() && (backwards || more);
        boolean hasPrevious = !shown.isEmpty() && (backwards ? more : position != null);
        String next = hasNext
                ? cursor(Cursor.Direction.NEXT, request.sort(), shown.get(shown.size() - 1), total)
                        .encode(binding)
                : null;
        String previous = hasPrevious
                ? cursor(Cursor.Direction.PREVIOUS, request.sort(), shown.get(0), total)
                        .encode(binding)
                : null;
        return new Page<>(shown, total.count(), total.exact(), next, previous);
    }

    private Cursor cursor(Cursor.Direction direction, CustomerSort sort, CustomerView row, Total total) {
        Object value = sort.isIndexed() ? value(sort, row) : list.sortValue(sort, row.id());
        return new Cursor(direction, List.of(value, row.id(), total.count(), total.exact() ? 1L : 0L));
    }

    private static Object value(CustomerSort sort, CustomerView row) {
        return !sort.isByTime() ? TextFold.fold(row.name()) : sort.isByChange() ? row.updatedAt() : row.createdAt();
    }

    /** @throws NotFoundException when there is none or the caller may not see it */
    public CustomerView get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException(CustomerService.ENTITY, id));
    }

    /** Empty when there is none or the caller may not see it, as after having given it away. */
    public Optional<CustomerView> find(long id) {
        return list.one(currentUser.get(), id);
    }

    /** The customer to whom one that was merged leads, through chains too, if the caller may see it. */
    @RolesAllowed(Right.SIGNED_IN)
    public Optional<Long> master(long id) {
        return aliases.master(id);
    }

    /**
     * Whether the caller may change a customer, given the right to change any.
     *
     * @throws NotFoundException when there is none or the caller may not see it
     */
    public boolean isEditable(long id) {
        return access.isEditable(id);
    }

    /** Contacts that have a customer as their company and that the caller may see: the primary one, then by name. */
    public List<CustomerContact> contacts(long accountId, int limit) {
        return contacts.of(currentUser.get(), accountId, limit);
    }

    /** The newest changes of a customer that the caller may see. */
    public List<AuditEntry> history(long id, int limit) {
        get(id);
        return audit.newest(CustomerService.ENTITY, id, limit);
    }
}
