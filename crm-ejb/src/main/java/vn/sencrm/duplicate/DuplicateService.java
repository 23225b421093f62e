package vn.sencrm.duplicate;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerKeysChanged;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * What users decide about duplicates. It is no value of the two: it is audited with both, but their versions and times of
 * change stay.
 */
@Stateless
public class DuplicateService {

    private static final String MARK = "DIFFERENT";
    private static final String UNMARK = "NOT_DIFFERENT";

    @Inject
    CustomerQueries customers;

    @Inject
    DifferentSql sql;

    @Inject
    PairSql pairs;

    @Inject
    GroupKeeper groups;

    @Inject
    Event<CustomerKeysChanged> keysChanged;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * Says that two customers are not one. They are not told to be duplicates again unless they come to share something
     * that they do not share now.
     *
     * @throws NotFoundException when one of them is not there or the caller may not see it
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void markDifferent(long one, long other, Cause cause) {
        Pair pair = seen(one, other);
        sql.mark(pair, currentUser.id(), clock.instant());
        pairs.remove(Map.of(pair, 0));
        groups.regroup(Set.of(one, other));
        write(MARK, one, other, cause);
        write(MARK, other, one, cause);
    }

    /**
     * Takes that back: they are duplicates again when they share something. Nothing happens to two who were not called
     * different.
     *
     * @throws NotFoundException when one of them is not there or the caller may not see it
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void unmarkDifferent(long one, long other, Cause cause) {
        if (sql.unmark(seen(one, other))) {
            keysChanged.fire(CustomerKeysChanged.of(one));
            write(UNMARK, one, other, cause);
            write(UNMARK, other, one, cause);
        }
    }

    private Pair seen(long one, long other) {
        if (one == other) {
            throw new InvalidInputException(List.of(new FieldProblem("ids", "BAD_VALUE", Long.toString(other))));
        }
        customers.get(one);
        customers.get(other);
        return Pair.of(one, other);
    }

    /** Who may see the one may not see the other: no name, no code. */
    private void write(String action, long id, long other, Cause cause) {
        CustomerView customer = customers.get(id);
        String told = JSON.createObjectBuilder()
                .add("different", JSON.createObjectBuilder().add("id", other))
                .build()
                .toString();
        boolean marked = action.equals(MARK);
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                CustomerService.ENTITY,
                id,
                customer.version(),
                action,
                marked ? "{}" : told,
                marked ? told : "{}");
    }
}
