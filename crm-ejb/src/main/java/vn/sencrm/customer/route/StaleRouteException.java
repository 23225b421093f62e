package vn.sencrm.customer.route;

import vn.sencrm.common.CrmException;

/** Thrown when a route was changed by somebody else since it was read. */
public class StaleRouteException extends CrmException {

    private static final long serialVersionUID = 1L;

    public StaleRouteException() {
        super("STALE");
    }
}
