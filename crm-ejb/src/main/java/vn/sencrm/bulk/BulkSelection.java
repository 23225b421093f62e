package vn.sencrm.bulk;

import java.util.List;
import vn.sencrm.common.filter.Filter;

/**
 * Which customers: those with the given ids, or all that match.
 *
 * @param ids null where a filter selects
 * @param filter null for none
 * @param search the text of the quick search, null or blank for none
 */
public record BulkSelection(List<Long> ids, Filter filter, String search) {

    public BulkSelection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    public static BulkSelection of(List<Long> ids) {
        return new BulkSelection(ids, null, null);
    }

    public static BulkSelection matching(Filter filter, String search) {
        return new BulkSelection(null, filter, search);
    }

    boolean isByIds() {
        return ids != null;
    }
}
