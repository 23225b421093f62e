package vn.sencrm.customer.attribute;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sencrm.common.Decimals;

/**
 * Values of attributes by code, as JSON and back: texts, numbers, booleans and lists of texts, the form in which they
 * stand in {@code customer.attributes}. They need no definition to be read: values outlive it.
 */
public final class AttributeValues {

    private AttributeValues() {}

    public static JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof BigDecimal number) {
            return JSON.createValue(number);
        }
        if (value instanceof Boolean flag) {
            return Boolean.TRUE.equals(flag) ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            list.forEach(element -> array.add(element.toString()));
            return array.build();
        }
        return JSON.createValue(value.toString());
    }

    public static Object read(JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonNumber number) {
            return Decimals.normal(number.bigDecimalValue());
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonArray array) {
            return array.stream()
                    .map(element -> element instanceof JsonString text ? text.getString() : element.toString())
                    .toList();
        }
        return value == JsonValue.TRUE ? Boolean.TRUE : value == JsonValue.FALSE ? Boolean.FALSE : value.toString();
    }

    public static Map<String, Object> read(JsonObject object) {
        Map<String, Object> values = new TreeMap<>();
        object.forEach((code, value) -> values.put(code, read(value)));
        return Collections.unmodifiableMap(values);
    }

    /** The column's text; null for no values. */
    public static String column(Map<String, Object> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        JsonObjectBuilder object = JSON.createObjectBuilder();
        values.forEach((code, value) -> object.add(code, json(value)));
        return object.build().toString();
    }

    /** The values with changes taken over, where null clears one; null when none is left. */
    public static Map<String, Object> merged(Map<String, Object> values, Map<String, Object> changes) {
        Map<String, Object> merged = new TreeMap<>(values == null ? Map.of() : values);
        if (changes != null) {
            merged.putAll(changes);
        }
        merged.values().removeIf(value -> value == null);
        return merged.isEmpty() ? null : Collections.unmodifiableMap(merged);
    }
}
