package vn.sencrm.export;

import java.util.List;
import java.util.Map;

/**
 * Which list other than that of customers is wanted, and what of it.
 *
 * @param parameters of the address of its page, each with its value
 * @param columns by their names, null for all
 */
public record ListRequest(String list, Map<String, String> parameters, List<String> columns, ExportFormat format) {

    public ListRequest {
        parameters = Map.copyOf(parameters);
        columns = columns == null ? null : List.copyOf(columns);
    }
}
