package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.sencrm.bulk.BulkCounts;
import vn.sencrm.bulk.BulkItem;
import vn.sencrm.bulk.BulkReason;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.bulk.BulkSelection;
import vn.sencrm.bulk.BulkVerdict;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.filter.Filter;
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
        body.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw bad(name, "UNKNOWN_OPTION", name);
                });
        JsonValue args = body.getOrDefault("args", JsonValue.EMPTY_JSON_OBJECT);
        if (!(args instanceof JsonObject object)) {
            throw bad("args", "BAD_VALUE", args.toString());
        }
        return new Request(text(body, "action"), object, selection(body, filters), number(body, "expected"));
    }

    private static BulkSelection selection(JsonObject body, CustomerFilters filters) {
        boolean byFilter = isGiven(body, "filter") || isGiven(body, "q");
        if (isGiven(body, "ids")) {
            if (byFilter) {
                throw bad("filter", "UNKNOWN_OPTION", "ids + filter");
            }
            return BulkSelection.of(ids(body.get("ids")));
        }
        if (!body.containsKey("filter") && !byFilter) {
            throw bad("ids", "REQUIRED", "");
        }
        return BulkSelection.matching(filter(body, filters), text(body, "q"));
    }

    private static boolean isGiven(JsonObject body, String name) {
        return body.getOrDefault(name, JsonValue.NULL) != JsonValue.NULL;
    }

    private static Filter filter(JsonObject body, CustomerFilters filters) {
        return isGiven(body, "filter") ? filters.parse(body.get("filter").toString()) : null;
    }

    private static List<Long> ids(JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw bad("ids", "BAD_VALUE", value.toString());
        }
        List<Long> ids = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            ids.add(integer(array.get(i), "ids[" + i + "]"));
        }
        return ids;
    }

    private static Long number(JsonObject body, String name) {
        return isGiven(body, name) ? Long.valueOf(integer(body.get(name), name)) : null;
    }

    private static long integer(JsonValue value, String name) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException tooLarge) {
                throw bad(name, "BAD_VALUE", value.toString());
            }
        }
        throw bad(name, "BAD_VALUE", value.toString());
    }

    private static String text(JsonObject body, String name) {
        JsonValue value = body.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString text)) {
            throw bad(name, "BAD_VALUE", value.toString());
        }
        return text.getString();
    }

    /** The verdict of that name, null for none. */
    static BulkVerdict verdict(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(BulkVerdict.values())
                .filter(verdict -> verdict.name().equals(text))
                .findFirst()
                .orElseThrow(() -> bad("verdict", "UNKNOWN_OPTION", text));
    }

    static long after(String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        if (!text.matches("\\d{1,18}")) {
            throw bad("after", "BAD_VALUE", text);
        }
        return Long.parseLong(text);
    }

    static int size(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw bad("size", "BAD_VALUE", text);
        }
        return Math.max(1, Math.min(Integer.parseInt(text), CustomerListRequest.MAX_SIZE));
    }

    private static InvalidInputException bad(String field, String code, String value) {
        String told = value.length() > 60 ? value.substring(0, 60) : value;
        return new InvalidInputException(List.of(new FieldProblem(field, code, told)));
    }

    // ---- telling

    static JsonObject page(List<BulkRun> runs, int limit, Function<BulkRun, JsonObject> json) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        runs.forEach(run -> items.add(json.apply(run)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", runs.size())
                .add("totalIsExact", runs.size() < limit)
                .build();
    }

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
