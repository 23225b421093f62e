package vn.sencrm.common.filter;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the public JSON form of a filter ({@code docs}: filter language). Whatever it accepts can be run: names are of
 * the allow-list, operators and values fit the field's type, sizes are within limits. Else a {@link FilterException}
 * says where.
 */
public final class FilterParser {

    public static final int MAX_DEPTH = 5;
    public static final int MAX_CONDITIONS = 50;
    public static final int MAX_VALUES = 1_000;

    private static final int MAX_LENGTH = 200_000;
    private static final Set<String> CONDITION_NAMES = Set.of("field", "op", "value");

    private final FilterFields fields;
    private int conditions;

    private FilterParser(FilterFields fields) {
        this.fields = fields;
    }

    /** The filter; every record for a blank or absent text. */
    public static Filter parse(String json, FilterFields fields) {
        if (json == null || json.isBlank()) {
            return Filter.ALL;
        }
        if (json.length() > MAX_LENGTH) {
            throw FilterException.badFilter("");
        }
        return new FilterParser(fields).filter(tree(json), "", 0);
    }

    private static JsonValue tree(String json) {
        try {
            return FilterJson.read(json);
        } catch (RuntimeException e) {
            // Not only JsonException: the library tells of a text that is nested too deep in its own way.
            throw FilterException.badFilter("");
        }
    }

    private Filter filter(JsonValue value, String path, int depth) {
        JsonObject object = object(value, path);
        if (object.containsKey("field")) {
            return condition(object, path);
        }
        if (object.size() != 1 || depth == MAX_DEPTH) {
            throw FilterException.badFilter(path);
        }
        String name = object.keySet().iterator().next();
        String inner = path + "/" + pointer(name);
        return switch (name) {
            case "and" -> new Filter.And(parts(object.get(name), inner, depth));
            case "or" -> new Filter.Or(atLeastOne(parts(object.get(name), inner, depth), inner));
            case "not" -> new Filter.Not(filter(object.get(name), inner, depth + 1));
            default -> throw FilterException.badFilter(inner);
        };
    }

    private List<Filter> parts(JsonValue value, String path, int depth) {
        JsonArray array = array(value, path);
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            parts.add(filter(array.get(i), path + "/" + i, depth + 1));
        }
        return parts;
    }

    private Filter condition(JsonObject object, String path) {
        if (++conditions > MAX_CONDITIONS || !CONDITION_NAMES.containsAll(object.keySet())) {
            throw FilterException.badFilter(path);
        }
        FilterField field = fields.get(string(object, "field", path), path + "/field");
        FilterOp op = FilterOp.of(string(object, "op", path))
                .filter(field.type()::allows)
                .orElseThrow(() -> FilterException.badFilter(path + "/op"));
        List<Object> values = values(object.get("value"), op, path + "/value");
        check(field, op, values, path + "/value");
        return new Filter.Condition(field.name(), op, values);
    }

    private static void check(FilterField field, FilterOp op, List<Object> values, String path) {
        for (int i = 0; i < values.size(); i++) {
            if (!FilterValues.fits(field, op, values.get(i))) {
                throw FilterException.badFilter(op.arity() == FilterOp.Arity.ONE ? path : path + "/" + i);
            }
        }
    }

    private static List<Object> values(JsonValue value, FilterOp op, String path) {
        return switch (op.arity()) {
            case NONE -> none(value, path);
            case ONE -> List.of(scalar(value, path));
            case TWO -> scalars(value, 2, 2, path);
            case MANY -> scalars(value, 1, MAX_VALUES, path);
        };
    }

    /** A form that always sends a value may send null or true. */
    private static List<Object> none(JsonValue value, String path) {
        if (value != null && value != JsonValue.NULL && value != JsonValue.TRUE) {
            throw FilterException.badFilter(path);
        }
        return List.of();
    }

    private static List<Object> scalars(JsonValue value, int min, int max, String path) {
        JsonArray array = array(value, path);
        if (array.size() < min || array.size() > max) {
            throw FilterException.badFilter(path);
        }
        List<Object> values = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            values.add(scalar(array.get(i), path + "/" + i));
        }
        return values;
    }

    private static Object scalar(JsonValue value, String path) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw FilterException.badFilter(path);
    }

    private static List<Filter> atLeastOne(List<Filter> parts, String path) {
        if (parts.isEmpty()) {
            throw FilterException.badFilter(path);
        }
        return parts;
    }

    private static String string(JsonObject object, String name, String path) {
        if (object.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw FilterException.badFilter(path + "/" + name);
    }

    private static JsonObject object(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw FilterException.badFilter(path);
    }

    private static JsonArray array(JsonValue value, String path) {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw FilterException.badFilter(path);
    }

    /** A name as a step of a JSON pointer, cut to a length that fits a message. */
    private static String pointer(String name) {
        String step = name.replace("~", "~0").replace("/", "~1");
        return step.length() > 40 ? step.substring(0, 40) : step;
    }
}
