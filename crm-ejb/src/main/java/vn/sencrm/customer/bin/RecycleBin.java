package vn.sencrm.customer.bin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerKeysChanged;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.customer.StaleCustomerException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Deletes customers, one at a time, shows what was deleted and brings it back (DEL-1). */
@Stateless
@RolesAllowed(Right.CUSTOMER_DELETE)
public class RecycleBin {

    /** Further than this the bin is not counted. */
    private static final int COUNTED = 10_000;

    @Inject
    RecycleBinSql sql;

    @Inject
    CustomerService customers;

    @Inject
    AuditSql audit;

    @Inject
    Event<CustomerKeysChanged> keysChanged;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * What would go into the bin with a customer.
     *
     * @throws NotFoundException when there is none or the caller may not change it
     */
    public Belongings belongings(long id) {
        if (!sql.isChangeable(currentUser.get(), id, CustomerState.ACTIVE)) {
            throw new NotFoundException(CustomerService.ENTITY, id);
        }
        return sql.belongings(id);
    }

    /**
     * Moves a customer into the bin.
     *
     * @param version the version that the caller looked at, 0 to delete it whatever happened since
     * @throws NotFoundException when there is none or the caller may not change it
     * @throws StaleCustomerException when somebody changed it since
     */
    public void delete(long id, int version, Cause cause) {
        int current = lock(id, CustomerState.ACTIVE);
        if (version != 0 && version != current) {
            throw new StaleCustomerException(current, List.of());
        }
        Instant now = clock.instant();
        write(now, cause, id, sql.delete(id, currentUser.id(), now), CustomerState.ACTIVE, CustomerState.DELETED);
    }

    /**
     * Brings a customer back as it was.
     *
     * @param withoutTakenKeys comes back without a tax code or citizen id that another customer has by now
     * @throws NotFoundException when it is not in the bin or the caller may not change it
     * @throws KeyTakenException when another customer has its tax code or citizen id by now
     */
    public void restore(long id, boolean withoutTakenKeys, Cause cause) {
        lock(id, CustomerState.DELETED);
        sql.lockKeys(id);
        List<TakenKey> taken = sql.takenKeys(currentUser.get(), id);
        if (!taken.isEmpty() && !withoutTakenKeys) {
            throw KeyTakenException.of(taken.get(0));
        }
        Instant now = clock.instant();
        int version = sql.restore(id, now);
        write(now, cause, id, version, CustomerState.DELETED, CustomerState.ACTIVE);
        if (!taken.isEmpty()) {
            CustomerInput without = new CustomerInput();
            taken.forEach(key -> without.set(key.field(), ""));
            customers.change(id, version, without, cause);
        }
    }

    /** One page of the bin, newest first; only what the caller may see. */
    public Page<BinEntry> page(String search, String after, int size) {
        String binding = TextFold.clean(search == null ? "" : search);
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, binding);
        List<BinEntry> found = sql.page(currentUser.get(), binding, position, size);
        List<BinEntry> shown = found.size() > size ? found.subList(0, size) : found;
        long total = position == null ? sql.count(currentUser.get(), binding, COUNTED + 1) : position.longAt(2);
        String next =
                found.size() > size ? next(shown.get(shown.size() - 1), total).encode(binding) : null;
        return new Page<>(shown, Math.min(total, COUNTED), total <= COUNTED, next, null);
    }

    private static Cursor next(BinEntry last, long total) {
        return Cursor.after(last.deletedAt(), last.id(), total);
    }

    private int lock(long id, CustomerState state) {
        return sql.lock(currentUser.get(), id, state)
                .orElseThrow(() -> new NotFoundException(CustomerService.ENTITY, id));
    }

    /** The states before and after stand in the audit as a field of their own. */
    private void write(Instant now, Cause cause, long id, int version, CustomerState from, CustomerState to) {
        String action = to == CustomerState.DELETED ? AuditSql.DELETE : AuditSql.RESTORE;
        audit.write(now, currentUser.id(), cause, CustomerService.ENTITY, id, version, action, state(from), state(to));
        keysChanged.fire(CustomerKeysChanged.of(id));
    }

    private static String state(CustomerState state) {
        return "{\"state\":\"" + state + "\"}";
    }
}
