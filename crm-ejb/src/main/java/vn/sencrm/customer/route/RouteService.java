package vn.sencrm.customer.route;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Makes and changes routes, and puts customers on them. Who assigns customers keeps the routes; who may change a
 * customer puts it on a route of theirs. Each is one transaction with its audit.
 */
@Stateless
public class RouteService {

    static final String ENTITY = "route";

    @Inject
    RouteSql sql;

    @Inject
    RouteCustomersSql customers;

    @Inject
    CustomerAccess access;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** @throws InvalidInputException naming every field that is wrong, the code too when it is taken */
    @RolesAllowed(Right.CUSTOMER_ASSIGN)
    public Route create(RouteInput input, Cause cause) {
        CheckedRoute checked = CheckedRoute.of(null, input, sql);
        long id = sql.insert(checked, clock.instant());
        Route made = get(id);
        write(id, AuditSql.CREATE, null, made, cause);
        return made;
    }

    /**
     * Changes the values that are given.
     *
     * @param version the version that was read
     * @throws InvalidInputException naming every field that is wrong
     * @throws StaleRouteException when somebody changed the route since
     */
    @RolesAllowed(Right.CUSTOMER_ASSIGN)
    public Route change(long id, int version, RouteInput input, Cause cause) {
        Route before = get(id);
        CheckedRoute checked = CheckedRoute.of(before, input, sql);
        if (checked.isAsIn(before)) {
            return before;
        }
        if (!sql.update(id, version, checked)) {
            throw new StaleRouteException();
        }
        Route after = get(id);
        write(id, AuditSql.UPDATE, before, after, cause);
        return after;
    }

    /**
     * Deletes a route on which there is no customer; another is archived instead.
     *
     * @throws RouteInUseException when there are customers on it
     */
    @RolesAllowed(Right.CUSTOMER_ASSIGN)
    public void delete(long id, Cause cause) {
        Route before = get(id);
        if (!sql.deleteUnused(id)) {
            throw new RouteInUseException();
        }
        write(id, "DELETE", before, null, cause);
    }

    /**
     * Puts customers at the end of a route, all or none; those that are on it stay where they are.
     *
     * @return how many were not on it before
     * @throws InvalidInputException naming those whom the caller does not see or may not change
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public int put(long route, List<Long> ids, Cause cause) {
        Account user = currentUser.get();
        requireOpen(route);
        access.hold(ids);
        refuse(ids, customers.unseen(ids, user), "UNKNOWN_CUSTOMER");
        refuse(ids, customers.viewOnly(ids, user), "VIEW_ONLY");
        return customers.put(route, ids, user, clock.instant(), cause);
    }

    private static void refuse(List<Long> ids, Collection<Long> wrong, String code) {
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong.stream()
                    .map(id -> new FieldProblem("customers[" + ids.indexOf(id) + "]", code, id.toString()))
                    .toList());
        }
    }

    /** @throws NotFoundException when the caller does not see the route, or the customer is not on it */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void take(long route, long customer, Cause cause) {
        Account user = currentUser.get();
        requireOpen(route);
        refuse(List.of(customer), customers.unseen(List.of(customer), user), "UNKNOWN_CUSTOMER");
        refuse(List.of(customer), customers.viewOnly(List.of(customer), user), "VIEW_ONLY");
        if (!customers.take(route, customer, user, clock.instant(), cause)) {
            throw new NotFoundException("customer", customer);
        }
    }

    /**
     * Visits a customer at another stop; the others move along.
     *
     * @param stop from 1; beyond the last means the last
     * @throws NotFoundException when the caller does not see the route, or the customer is not on it
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void move(long route, long customer, int stop) {
        requireOpen(route);
        if (!customers.move(route, customer, Math.max(1, stop))) {
            throw new NotFoundException("customer", customer);
        }
    }

    private Route get(long id) {
        return sql.find(currentUser.get(), id).orElseThrow(() -> new NotFoundException(ENTITY, id));
    }

    /** One that the caller sees and that is not archived, locked, so that stops are numbered by one at a time. */
    private void requireOpen(long id) {
        if (get(id).archived()) {
            throw new InvalidInputException(List.of(new FieldProblem("route", "ROUTE_ARCHIVED")));
        }
        sql.lock(id);
    }

    private void write(long id, String action, Route before, Route after, Cause cause) {
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                id,
                after == null ? before.version() : after.version(),
                action,
                before == null ? null : CheckedRoute.json(before),
                after == null ? "{}" : CheckedRoute.json(after));
    }
}
