package vn.sencrm.catalogue;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a change of an entry did, in the form of the audit: the changed fields alone, before and after.
 *
 * @param before null for a creation
 */
record EntryChange(String before, String after) {

    static EntryChange between(CatalogueEntry before, CatalogueEntry after) {
        Map<String, Object> old = values(before);
        Map<String, Object> now = values(after);
        if (before != null && after != null) {
            Map<String, Object> same = new LinkedHashMap<>(old);
            same.entrySet().removeIf(field -> !Objects.equals(field.getValue(), now.get(field.getKey())));
            old.keySet().removeAll(same.keySet());
            now.keySet().removeAll(same.keySet());
        }
        return new EntryChange(before == null ? null : json(old), json(now));
    }

    boolean isNothing() {
        return "{}".equals(before) && "{}".equals(after);
    }

    private static Map<String, Object> values(CatalogueEntry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (entry != null) {
            values.put(CatalogueInput.CODE, entry.code());
            values.put(CatalogueInput.NAME_VI, entry.nameVi());
            values.put(CatalogueInput.NAME_EN, entry.nameEn());
            values.put(CatalogueInput.COLOUR, entry.colour());
            values.put("position", entry.position());
            values.put("archived", entry.archived());
            values.putAll(entry.more());
        }
        return values;
    }

    private static String json(Map<String, Object> values) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        values.forEach((field, value) -> json.add(field, json(value)));
        return json.build().toString();
    }

    private static JsonValue json(Object value) {
        if (value instanceof BigDecimal number) {
            return JSON.createValue(number);
        }
        if (value instanceof Integer number) {
            return JSON.createValue(number);
        }
        return value instanceof Boolean flag
                ? flag ? JsonValue.TRUE : JsonValue.FALSE
                : JSON.createValue(value.toString());
    }
}
