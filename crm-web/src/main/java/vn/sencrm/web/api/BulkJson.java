package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.sencrm.bulk.BulkCounts;
import vn.sencrm.bulk.BulkItem;
import vn.sencrm.bulk.BulkReason;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.bulk.BulkSelection;
import vn.sencrm.bulk.BulkVerdict;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerListRequest;

/** Bulk actions as the API tells them, and what it takes for them. */
final class BulkJson {

    private static final Set<String> MEMBERS = Set.of("action", "ids", "filter", "q", "expected", "args");

    /** What is asked for. */
    record Request(String action, JsonObject args, BulkSelection selection, Long expected) {}

    private BulkJson() {}

    // ---- reading

    /** @throws InvalidInputException naming the member that is wrong */
    static Request request(JsonObject body, CustomerFilters filters) {
        JsonMembers.refuseOthers(body, MEMBERS);
        JsonValue args = body.getOrDefault("args", JsonValue.EMPTY_JSON_OBJECT);
        if (!(args instanceof JsonObject object)) {
            throw JsonMembers.bad("args", "BAD_VALUE", args.toString());
        }
        return new Request(
                JsonMembers.text(body, "action"),
                object,
                selection(body, filters),
                JsonMembers.number(body, "expected"));
    }

    private static BulkSelection selection(JsonObject body, CustomerFilters filters) {
        boolean byFilter = JsonMembers.isGiven(body, "filter") || JsonMembers.isGiven(body, "q");
        if (JsonMembers.isGiven(body, "ids")) {
            if (byFilter) {
                throw JsonMembers.bad("filter", "UNKNOWN_OPTION", "ids + filter");
            }
            return BulkSelection.of(JsonMembers.ids(body, "ids"));
        }
        if (!body.containsKey("filter") && !byFilter) {
            throw JsonMembers.bad("ids", "REQUIRED", "");
        }
        return BulkSelection.matching(JsonMembers.filter(body, filters), JsonMembers.text(body, "q"));
    }

    /** The verdict of that name, null for none. */
    static BulkVerdict verdict(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(BulkVerdict.values())
                .filter(verdict -> verdict.name().equals(text))
                .findFirst()
                .orElseThrow(() -> JsonMembers.bad("verdict", "UNKNOWN_OPTION", text));
    }

    static long after(String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        if (!text.matches("\\d{1,18}")) {
            throw JsonMembers.bad("after", "BAD_VALUE", text);
        }
        return Long.parseLong(text);
    }

    static int size(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw JsonMembers.bad("size", "BAD_VALUE", text);
        }
        return Math.max(1, Math.min(Integer.parseInt(text), CustomerListRequest.MAX_SIZE));
    }

    // ---- telling

    static JsonObject run(
            BulkRun run, Long secondsLeft, boolean undoable, Instant undoUntil, List<BulkReason> reasons) {
        return JSON.createObjectBuilder()
                .add("id", run.id())
                .add("action", run.action())
                .add("args", run.parameters())
                .add("state", run.state().name())
                .add("errorCode", orNull(run.errorCode()))
                .add(
                        "progress",
                        JSON.createObjectBuilder()
                                .add("done", run.counts().decided())
                                .add("total", run.total())
                                .add("etaSeconds", orNull(secondsLeft)))
                .add("counts", counts(run.total(), run.counts()))
                .add("report", reasons(reasons))
                .add("undoes", orNull(run.undoes()))
                .add("undoneBy", orNull(run.undoneBy()))
                .add("undoUntil", undoable ? JSON.createValue(undoUntil.toString()) : JsonValue.NULL)
                .add("createdBy", run.createdByName())
                .add("createdAt", run.createdAt().toString())
                .add("finishedAt", orNull(run.finishedAt()))
                .build();
    }

    private static JsonObjectBuilder counts(long selected, BulkCounts counts) {
        return JSON.createObjectBuilder()
                .add("selected", selected)
                .add("done", counts.done())
                .add("unchanged", counts.unchanged())
                .add("skipped", counts.skipped())
                .add("refused", counts.refused());
    }

    private static JsonArrayBuilder reasons(List<BulkReason> reasons) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        reasons.forEach(reason -> array.add(JSON.createObjectBuilder()
                .add("verdict", reason.verdict().name())
                .add("reason", reason.reason())
                .add("records", reason.records())));
        return array;
    }

    /** @param limit as many were asked for: where there are so many, more may follow */
    static JsonObject items(List<BulkItem> items, int limit) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        items.forEach(item -> array.add(item(item)));
        boolean more = items.size() == limit;
        return JSON.createObjectBuilder()
                .add("items", array)
                .add(
                        "next",
                        more
                                ? JSON.createValue(Long.toString(
                                        items.get(items.size() - 1).customerId()))
                                : JsonValue.NULL)
                .build();
    }

    private static JsonObjectBuilder item(BulkItem item) {
        return JSON.createObjectBuilder()
                .add(
                        "customer",
                        JSON.createObjectBuilder()
                                .add("id", item.customerId())
                                .add("code", orNull(item.code()))
                                .add("name", orNull(item.name())))
                .add("verdict", item.verdict().name())
                .add("reason", orNull(item.reason()))
                .add("before", object(item.before()))
                .add("after", object(item.after()));
    }

    private static JsonValue object(String json) {
        if (json == null) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static JsonValue orNull(Long number) {
        return number == null ? JsonValue.NULL : JSON.createValue(number);
    }

    private static JsonValue orNull(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
