package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.UnknownFieldException;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.list.SavedFilter;
import vn.sencrm.customer.list.SavedFilterInput;

/** The saved filter JSON, a public contract. Members without a value are there, as null. */
final class SavedFilterJson {

    private static final Set<String> NAMES = Set.of("name", "stage", "filter", "search", "sort", "columns", "shared");

    /** In the JSON that we write but nothing to change: passed over when it is sent back. */
    private static final Set<String> READ_ONLY =
            Set.of("id", "version", "owner", "ownerActive", "editable", "default", "problem");

    private SavedFilterJson() {}

    static String list(List<SavedFilter> filters) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        filters.forEach(filter -> items.add(object(filter)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", filters.size())
                .add("totalIsExact", true)
                .addNull("next")
                .build()
                .toString();
    }

    static String one(SavedFilter filter) {
        return object(filter).build().toString();
    }

    private static JsonObjectBuilder object(SavedFilter filter) {
        return JSON.createObjectBuilder()
                .add("id", filter.id())
                .add("version", filter.version())
                .add("name", filter.name())
                .add("stage", text(filter.stage()))
                .add("filter", filter(filter.filter()))
                .add("search", text(filter.search()))
                .add("sort", text(filter.sort()))
                .add("columns", columns(filter.columns()))
                .add("shared", filter.shared())
                .add("owner", filter.owner())
                .add("ownerActive", filter.ownerActive())
                .add("editable", filter.editable())
                .add("default", filter.opensFirst())
                .add("problem", problem(filter.problem()));
    }

    private static JsonValue filter(String json) {
        if (json == null) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (JsonException unreadable) {
            return JSON.createValue(json);
        }
    }

    private static JsonValue columns(List<String> columns) {
        if (columns == null) {
            return JsonValue.NULL;
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        columns.forEach(array::add);
        return array.build();
    }

    /** What is wrong: the field, the code, and the place or name that is meant. */
    private static JsonValue problem(FieldProblem problem) {
        if (problem == null) {
            return JsonValue.NULL;
        }
        JsonArrayBuilder arguments = JSON.createArrayBuilder();
        problem.arguments().forEach(arguments::add);
        return JSON.createObjectBuilder()
                .add("field", problem.field())
                .add("code", problem.code())
                .add("arguments", arguments)
                .build();
    }

    private static JsonValue text(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }

    /**
     * What is to be kept: the members that were sent over those that are kept now.
     *
     * @param now null for a new one
     * @throws UnknownFieldException for a member that saved filters do not have
     */
    static SavedFilterInput input(JsonObject body, SavedFilter now) {
        body.keySet().stream()
                .filter(name -> !NAMES.contains(name) && !READ_ONLY.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnknownFieldException(name);
                });
        SavedFilterInput kept = now == null
                ? new SavedFilterInput(null, null, null, null, null, null, false)
                : SavedFilterInput.of(now);
        return new SavedFilterInput(
                has(body, "name") ? string(body, "name") : kept.name(),
                has(body, "stage") ? stage(string(body, "stage")) : kept.stage(),
                has(body, "filter") ? json(body.get("filter")) : kept.filter(),
                has(body, "search") ? string(body, "search") : kept.search(),
                has(body, "sort") ? string(body, "sort") : kept.sort(),
                has(body, "columns") ? names(body.get("columns")) : kept.columns(),
                has(body, "shared") ? flag(body.get("shared")) : kept.shared());
    }

    private static boolean has(JsonObject body, String name) {
        return body.containsKey(name);
    }

    private static String string(JsonObject body, String name) {
        JsonValue value = body.get(name);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw invalid(name, value);
    }

    /** The filter as an object, or, as in an address, as the text of one. */
    private static String json(JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static CustomerStage stage(String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(CustomerStage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException(List.of(new FieldProblem("stage", "UNKNOWN_OPTION", name))));
    }

    private static List<String> names(JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString::getString);
        }
        throw invalid("columns", value);
    }

    private static boolean flag(JsonValue value) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw invalid("shared", value);
    }

    private static InvalidInputException invalid(String field, JsonValue value) {
        return new InvalidInputException(List.of(new FieldProblem(field, "BAD_VALUE", value.toString())));
    }
}
