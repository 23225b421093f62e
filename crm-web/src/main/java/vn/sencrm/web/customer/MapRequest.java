package vn.sencrm.web.customer;

import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.Filter.Condition;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.map.MapAnswer;
import vn.sencrm.customer.map.MapBox;
import vn.sencrm.customer.map.MapQueries;

/**
 * What a map is asked for, as texts of an address.
 *
 * @param stage that of the list whose customers are shown, null or blank for all
 */
public record MapRequest(String bbox, String zoom, String stage, String filter, String search) {

    private static final int DEFAULT_ZOOM = 6;

    /** @throws InvalidInputException for a box or a zoom that cannot be read */
    public MapAnswer answer(MapQueries queries, CustomerFilters filters) {
        return queries.find(MapBox.parse(bbox), zoomNumber(), wholeFilter(filters), search);
    }

    private int zoomNumber() {
        if (zoom == null || zoom.isBlank()) {
            return DEFAULT_ZOOM;
        }
        if (!zoom.trim().matches("\\d{1,2}")) {
            throw new InvalidInputException(List.of(new FieldProblem("zoom", "OUT_OF_RANGE", "0", "22")));
        }
        return Integer.parseInt(zoom.trim());
    }

    private Filter wholeFilter(CustomerFilters filters) {
        Filter given = filters.parse(filter);
        Filter whole = stage == null || stage.isBlank()
                ? given
                : Condition.of("stage", FilterOp.EQ, stage).and(given);
        return whole.equals(Filter.ALL) ? null : whole;
    }
}
