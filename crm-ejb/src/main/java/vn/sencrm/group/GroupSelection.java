package vn.sencrm.group;

import java.util.List;
import vn.sencrm.common.filter.Filter;

/**
 * Which customers: those with the given ids, or all that match, as far as one sees them.
 *
 * @param ids null where a filter selects
 * @param filter null for none
 * @param search the text of the quick search, null or blank for none
 */
public record GroupSelection(List<Long> ids, Filter filter, String search) {

    /** More ids than this are selected by a filter instead. */
    public static final int MAX_IDS = 200_000;

    public GroupSelection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    public static GroupSelection of(List<Long> ids) {
        return new GroupSelection(ids, null, null);
    }

    public static GroupSelection matching(Filter filter, String search) {
        return new GroupSelection(null, filter, search);
    }
}
