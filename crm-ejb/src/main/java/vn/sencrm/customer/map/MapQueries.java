package vn.sencrm.customer.map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterContext;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerSearchSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** What a map shows of the customers that the caller may see. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class MapQueries {

    /** So many positions are shown one by one, however near they are. */
    private static final int FEW = 200;

    /** Single positions among clusters; a screen has room for no more. */
    private static final int MOST_POINTS = 2_000;

    @Inject
    MapSql sql;

    @Inject
    CustomerFilters filters;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * The positions in a box: each by itself where they are few, else those near each other as clusters.
     *
     * @param zoom that of the map, which decides what is near
     * @param filter null for none
     * @param search null or blank for none
     */
    public MapAnswer find(MapBox box, int zoom, Filter filter, String search) {
        Account user = currentUser.get();
        SqlFragment where = where(filter, search);
        List<MapSql.Cell> cells = sql.cells(user, where, box, box.cell(zoom));
        long total = cells.stream().mapToLong(MapSql.Cell::count).sum();
        if (total <= FEW) {
            List<MapAnswer.Point> points = total == 0 ? List.of() : sql.points(user, where, box, List.of(), FEW);
            return new MapAnswer(List.of(), points, total);
        }
        List<MapAnswer.Cluster> clusters = new ArrayList<>();
        List<Long> single = new ArrayList<>();
        for (MapSql.Cell cell : cells) {
            if (cell.count() > 1) {
                clusters.add(new MapAnswer.Cluster(cell.lat(), cell.lon(), cell.count()));
            } else {
                single.add(cell.customerId());
            }
        }
        return new MapAnswer(clusters, points(user, where, box, single), total);
    }

    private List<MapAnswer.Point> points(Account user, SqlFragment where, MapBox box, List<Long> customers) {
        return customers.isEmpty() ? List.of() : sql.points(user, where, box, customers, MOST_POINTS);
    }

    private SqlFragment where(Filter filter, String search) {
        SqlFragment found = CustomerSearchSql.where(search).orElse(SqlFragment.TRUE);
        return filter == null ? found : filters.where(filter, context()).and(found);
    }

    private FilterContext context() {
        return new FilterContext(currentUser.id(), currentUser.teams(), clock, clock.getZone());
    }
}
