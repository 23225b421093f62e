package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.export.ExportFormat;
import vn.sencrm.export.ExportRequest;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ListRequest;
import vn.sencrm.web.export.ExportHeaders;

/** Exports as the API tells them, and what it takes for them. */
final class ExportJson {

    private static final Set<String> MEMBERS = Set.of("list", "filter", "q", "ids", "sort", "columns", "format");

    /** What is taken for the other lists. */
    private static final Set<String> OF_LISTS = Set.of("list", "parameters", "columns", "format");

    private ExportJson() {}

    /** @throws InvalidInputException naming the member that is wrong */
    static ExportRequest request(JsonObject body, CustomerFilters filters, ExportHeaders headers, String language) {
        JsonMembers.refuseOthers(body, MEMBERS);
        List<String> columns = JsonMembers.texts(body, "columns");
        return new ExportRequest(
                JsonMembers.ids(body, "ids"),
                JsonMembers.filter(body, filters),
                JsonMembers.text(body, "q"),
                CustomerSort.of(JsonMembers.text(body, "sort")),
                columns == null ? headers.all() : headers.of(columns),
                format(body),
                language);
    }

    /** Which list is wanted. */
    static String list(JsonObject body) {
        String list = JsonMembers.text(body, "list");
        if (list == null) {
            throw JsonMembers.bad("list", "REQUIRED", "");
        }
        return list;
    }

    /** Another list than that of customers; {@code parameters} are those of its page. */
    static ListRequest listRequest(JsonObject body) {
        JsonMembers.refuseOthers(body, OF_LISTS);
        return new ListRequest(list(body), parameters(body), JsonMembers.texts(body, "columns"), format(body));
    }

    private static Map<String, String> parameters(JsonObject body) {
        if (!JsonMembers.isGiven(body, "parameters")) {
            return Map.of();
        }
        if (!(body.get("parameters") instanceof JsonObject given)) {
            throw JsonMembers.bad(
                    "parameters", "BAD_VALUE", body.get("parameters").toString());
        }
        Map<String, String> parameters = new HashMap<>();
        given.forEach((name, value) -> {
            if (!(value instanceof JsonString text)) {
                throw JsonMembers.bad("parameters." + name, "BAD_VALUE", value.toString());
            }
            parameters.put(name, text.getString());
        });
        return parameters;
    }

    private static ExportFormat format(JsonObject body) {
        String format = JsonMembers.text(body, "format");
        return format == null
                ? ExportFormat.XLSX
                : ExportFormat.of(format).orElseThrow(() -> JsonMembers.bad("format", "UNKNOWN_OPTION", format));
    }

    static JsonObject run(ExportRun run, Long secondsLeft, Instant keptUntil) {
        JsonArrayBuilder columns = JSON.createArrayBuilder();
        run.columns().forEach(column -> columns.add(column.name()));
        boolean stored = run.fileId() != null;
        return JSON.createObjectBuilder()
                .add("id", run.id())
                .add("list", run.list())
                .add("format", run.format().code())
                .add("columns", columns)
                .add("state", run.state().name())
                .add("errorCode", orNull(run.errorCode()))
                .add(
                        "progress",
                        JSON.createObjectBuilder()
                                .add("done", run.position())
                                .add("total", run.total())
                                .add("etaSeconds", orNull(secondsLeft)))
                .add("counts", JSON.createObjectBuilder().add("rows", run.position()))
                .add("fileName", orNull(run.fileName()))
                .add("size", stored ? JSON.createValue(run.fileSize()) : JsonValue.NULL)
                .add("createdAt", run.createdAt().toString())
                .add("finishedAt", orNull(run.finishedAt()))
                .add("keptUntil", stored ? orNull(keptUntil) : JsonValue.NULL)
                .build();
    }

    private static JsonValue orNull(Long number) {
        return number == null ? JsonValue.NULL : JSON.createValue(number);
    }

    private static JsonValue orNull(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
