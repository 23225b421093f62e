package vn.sencrm.customer.route;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Reads routes: who assigns customers sees every one, others those given to them. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class RouteQueries {

    @Inject
    RouteSql sql;

    @Inject
    RouteCustomersSql customers;

    @Inject
    CustomerAccess access;

    @Inject
    CurrentUser currentUser;

    /** By name; archived ones apart from the others. */
    public List<Route> all(boolean archived) {
        return sql.routes(currentUser.get(), archived);
    }

    /** @throws NotFoundException when there is none or the caller may not see it */
    public Route get(long id) {
        return sql.find(currentUser.get(), id).orElseThrow(() -> new NotFoundException(RouteService.ENTITY, id));
    }

    /**
     * The customers of a route whom the caller sees, in the order of their stops.
     *
     * @param afterStop the last stop of the page before, 0 for the first page
     * @throws NotFoundException when there is no such route or the caller may not see it
     */
    public List<RouteStop> stops(long route, int afterStop, int limit) {
        get(route);
        return customers.stops(route, currentUser.get(), afterStop, limit);
    }

    /**
     * The routes that a customer is on, as far as the caller sees routes.
     *
     * @throws NotFoundException when there is no such customer or the caller may not see it
     */
    public List<Route> ofCustomer(long customer) {
        access.requireVisible(customer);
        return sql.ofCustomer(currentUser.get(), customer);
    }
}
