package vn.sencrm.audit;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What differs between two states of a record, for its audit entry: texts, numbers, flags and lists of these by name.
 */
public record Changes(Map<String, Object> before, Map<String, Object> after) {

    /** The names of {@code after} whose values are not those of {@code before}. */
    public static Changes between(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> old = new LinkedHashMap<>();
        Map<String, Object> fresh = new LinkedHashMap<>();
        after.forEach((name, value) -> {
            if (!Objects.equals(value, before.get(name))) {
                old.put(name, before.get(name));
                fresh.put(name, value);
            }
        });
        return new Changes(old, fresh);
    }

    public boolean isEmpty() {
        return after.isEmpty();
    }

    public String beforeJson() {
        return json(before);
    }

    public String afterJson() {
        return json(after);
    }

    /** A whole state, as the entry of a creation has it. */
    public static String json(Map<String, Object> values) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        values.forEach((name, value) -> json.add(name, value(value)));
        return json.build().toString();
    }

    private static JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Boolean flag) {
            return Boolean.TRUE.equals(flag) ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Collection<?> many) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            many.forEach(one -> array.add(value(one)));
            return array.build();
        }
        return JSON.createValue(value.toString());
    }
}
