package vn.sencrm.web.route;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.customer.route.Route;
import vn.sencrm.customer.route.RouteQueries;
import vn.sencrm.identity.Right;

/** The routes: all for who assigns customers, the own ones for others. */
@Named
@RequestScoped
public class RouteListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RouteQueries queries;

    @Inject
    transient ExternalContext external;

    private transient List<Route> routes;

    public boolean isArchived() {
        return "true".equals(external.getRequestParameterMap().get("archived"));
    }

    public List<Route> getRoutes() {
        if (routes == null) {
            routes = queries.all(isArchived());
        }
        return routes;
    }

    /** Whether the user keeps the routes, and so sees them all. */
    public boolean isKeeper() {
        return external.isUserInRole(Right.CUSTOMER_ASSIGN);
    }

    public String staff(Route route) {
        return route.staff().stream().map(Route.Staff::fullName).collect(Collectors.joining(", "));
    }
}
