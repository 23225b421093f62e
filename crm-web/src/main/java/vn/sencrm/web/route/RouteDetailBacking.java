package vn.sencrm.web.route;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.route.Route;
import vn.sencrm.customer.route.RouteQueries;
import vn.sencrm.customer.route.RouteService;
import vn.sencrm.customer.route.RouteStop;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Notices;

/** One route: its customers in the order of their stops, which can be changed. */
@Named
@RequestScoped
public class RouteDetailBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 100;

    @Inject
    transient RouteQueries queries;

    @Inject
    transient RouteService service;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient Route route;
    private transient List<RouteStop> read;

    /** Reads the route, so that a page of none is answered 404 before anything is shown. */
    public void open() {
        getRoute();
    }

    public Route getRoute() {
        if (route == null) {
            route = queries.get(number("id"));
        }
        return route;
    }

    private long number(String parameter) {
        String text = external.getRequestParameterMap().getOrDefault(parameter, "");
        if (!text.matches("\\d{1,18}")) {
            throw new NotFoundException("route", text);
        }
        return Long.parseLong(text);
    }

    public int getAfter() {
        String after = external.getRequestParameterMap().getOrDefault("after", "");
        return after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
    }

    public List<RouteStop> getStops() {
        return read().size() > PAGE ? read().subList(0, PAGE) : read();
    }

    private List<RouteStop> read() {
        if (read == null) {
            read = queries.stops(getRoute().id(), getAfter(), PAGE + 1);
        }
        return read;
    }

    /** The address of the page after this one; empty when this is the last. */
    public String getNext() {
        return read().size() > PAGE
                ? address() + "&after=" + getStops().get(PAGE - 1).stop()
                : "";
    }

    /** From any page but the first one goes back to the first. */
    public String getPrevious() {
        return getAfter() > 0 ? address() : "";
    }

    private String address() {
        return "detail.xhtml?id=" + getRoute().id();
    }

    /** The list of customers with the filter of this route. */
    public String getListAddress() {
        String filter =
                "{\"field\":\"route\",\"op\":\"eq\",\"value\":\"" + getRoute().code() + "\"}";
        return external.getRequestContextPath() + "/customer/list.xhtml?filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    public String getStaff() {
        return getRoute().staff().stream().map(Route.Staff::fullName).collect(Collectors.joining(", "));
    }

    public boolean isKeeper() {
        return external.isUserInRole(Right.CUSTOMER_ASSIGN);
    }

    /** Whether stops may be changed here. */
    public boolean isOrderable() {
        return external.isUserInRole(Right.CUSTOMER_EDIT) && !getRoute().archived();
    }

    public void move(long customer, int stop) throws IOException {
        service.move(getRoute().id(), customer, stop);
        showAgain();
    }

    public void take(long customer) throws IOException {
        service.take(getRoute().id(), customer, Cause.FORM);
        notices.success("route.card.taken");
        showAgain();
    }

    private void showAgain() throws IOException {
        String after = getAfter() > 0 ? "&after=" + getAfter() : "";
        external.redirect(external.getRequestContextPath() + "/route/" + address() + after);
    }
}
