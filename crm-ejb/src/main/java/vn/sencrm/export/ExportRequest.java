package vn.sencrm.export;

import java.util.List;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerSort;

/**
 * What is asked for: which customers, in which order, what of them and as which file.
 *
 * @param ids null where filter and search select
 * @param filter null for none
 * @param search the text of the quick search, null or blank for none
 * @param language in which words are written, {@code vi} or {@code en}
 */
public record ExportRequest(
        List<Long> ids,
        Filter filter,
        String search,
        CustomerSort sort,
        List<ExportColumn> columns,
        ExportFormat format,
        String language) {

    public ExportRequest {
        ids = ids == null ? null : List.copyOf(ids);
        columns = List.copyOf(columns);
    }
}
