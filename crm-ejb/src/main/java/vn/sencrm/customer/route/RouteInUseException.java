package vn.sencrm.customer.route;

import vn.sencrm.common.CrmException;

/** Thrown for the deletion of a route that has customers; it can be archived. */
public class RouteInUseException extends CrmException {

    private static final long serialVersionUID = 1L;

    public RouteInUseException() {
        super("ROUTE_IN_USE");
    }
}
