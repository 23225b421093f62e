package vn.sencrm.export;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/**
 * What is written down of an export that was asked for.
 *
 * @param filter as JSON, null for none
 * @param search null for none
 * @param ids null where filter and search select
 * @param sort empty where the list has one order
 * @param words what the job cannot know of the bundles, by their names
 */
record NewExport(
        String list,
        ExportFormat format,
        String language,
        String filter,
        String search,
        List<Long> ids,
        String sort,
        List<ExportColumn> columns,
        Map<String, String> words) {

    static NewExport of(ExportRequest asked) {
        return new NewExport(
                ExportService.CUSTOMERS,
                asked.format(),
                asked.language(),
                asked.filter() == null ? null : asked.filter().toJson(),
                asked.search() == null || asked.search().isBlank() ? null : asked.search(),
                asked.ids(),
                asked.sort().text(),
                asked.columns(),
                Map.of());
    }

    static NewExport of(ListTable table, String language) {
        return of(table.asked(), table.columns(), language, Map.of());
    }

    /** The parameters of a list's page are its filter. */
    static NewExport of(ListRequest asked, List<ExportColumn> columns, String language, Map<String, String> words) {
        return new NewExport(
                asked.list(), asked.format(), language, json(asked.parameters()), null, null, "", columns, words);
    }

    static String json(Map<String, String> texts) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        texts.forEach(json::add);
        return json.build().toString();
    }
}
