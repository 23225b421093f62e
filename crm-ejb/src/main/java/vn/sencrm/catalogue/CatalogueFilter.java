package vn.sencrm.catalogue;

import java.io.Serializable;

/**
 * The filter that an entry has as the value of a field.
 *
 * @param json empty where it has none
 */
public record CatalogueFilter(String json) implements Serializable {

    static CatalogueFilter of(String jsonOrNull) {
        return new CatalogueFilter(jsonOrNull == null ? "" : jsonOrNull);
    }

    @Override
    public String toString() {
        return json;
    }
}
