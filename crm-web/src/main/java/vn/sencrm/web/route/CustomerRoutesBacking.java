package vn.sencrm.web.route;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.route.Route;
import vn.sencrm.customer.route.RouteQueries;
import vn.sencrm.customer.route.RouteService;
import vn.sencrm.web.shell.Notices;

/** The card of a customer's routes on the detail page. */
@Named
@RequestScoped
public class CustomerRoutesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RouteQueries queries;

    @Inject
    transient RouteService service;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private Long route;
    private transient List<Route> routes;
    private transient List<Route> others;

    public long getCustomer() {
        String id = external.getRequestParameterMap().get("id");
        if (id == null || !id.matches("\\d{1,18}")) {
            throw new NotFoundException("customer", String.valueOf(id));
        }
        return Long.parseLong(id);
    }

    /** The routes on which the customer is. */
    public List<Route> getRoutes() {
        if (routes == null) {
            routes = queries.ofCustomer(getCustomer());
        }
        return routes;
    }

    /** The routes on which the customer could be put. */
    public List<Route> getOthers() {
        if (others == null) {
            List<Long> on = getRoutes().stream().map(Route::id).toList();
            others = queries.all(false).stream()
                    .filter(one -> !on.contains(one.id()))
                    .toList();
        }
        return others;
    }

    /** A company without routes need not see the card. */
    public boolean isShown() {
        return !getRoutes().isEmpty() || !getOthers().isEmpty();
    }

    public void put() throws IOException {
        if (route == null) {
            throw new InvalidInputException(List.of(new FieldProblem("route", "ROUTE_CHOOSE")));
        }
        service.put(route, List.of(getCustomer()), Cause.FORM);
        notices.success("route.card.done", queries.get(route).name());
        showAgain();
    }

    public void take(long from) throws IOException {
        service.take(from, getCustomer(), Cause.FORM);
        notices.success("route.card.taken");
        showAgain();
    }

    private void showAgain() throws IOException {
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id=" + getCustomer());
    }

    public Long getRoute() {
        return route;
    }

    public void setRoute(Long route) {
        this.route = route;
    }
}
