package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.customer.CellTexts;
import vn.sencrm.customer.route.Route;
import vn.sencrm.customer.route.RouteQueries;
import vn.sencrm.identity.Right;

/** The routes that the user sees, as their page lists them. */
@ApplicationScoped
class RouteList implements ShortList {

    @Inject
    RouteQueries routes;

    @Override
    public String name() {
        return "routes";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_VIEW;
    }

    /** {@code true} for those out of use. */
    @Override
    public Set<String> parameters() {
        return Set.of("archived");
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return List.of("name", "code", "staff", "customers").stream()
                .map(name -> new ExportColumn(name, words.message("route." + name)))
                .toList();
    }

    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        return routes.all("true".equals(asked.get("archived"))).stream()
                .map(RouteList::cells)
                .toList();
    }

    private static String[] cells(Route route) {
        String staff =
                route.staff().stream().map(Route.Staff::fullName).collect(Collectors.joining(CellTexts.SEPARATOR));
        return new String[] {route.name(), route.code(), staff, Long.toString(route.customers())};
    }
}
