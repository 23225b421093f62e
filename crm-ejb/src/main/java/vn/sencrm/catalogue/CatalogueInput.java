package vn.sencrm.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed, sent or read of an entry, by the fields' names in JSON; a field that is not there stays as it is. */
public final class CatalogueInput {

    public static final String CODE = "code";
    public static final String NAME_VI = "nameVi";
    public static final String NAME_EN = "nameEn";
    public static final String COLOUR = "colour";

    private final Map<String, String> values = new LinkedHashMap<>();

    public CatalogueInput set(String field, String value) {
        values.put(field, value == null ? "" : value);
        return this;
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
