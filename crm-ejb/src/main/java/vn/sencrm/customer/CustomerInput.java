package vn.sencrm.customer;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody typed, sent or imported of a customer, before any check. A field that is absent was not given and
 * stays as it is; an empty text or list was given empty and clears the field.
 *
 * <p>Single values are texts. Lists may be a text holding several values, or a list of texts or of maps with the names
 * of the customer JSON.
 */
public final class CustomerInput implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EnumMap<CustomerField, Object> values = new EnumMap<>(CustomerField.class);

    public CustomerInput set(CustomerField field, Object value) {
        values.put(field, value == null ? "" : value);
        return this;
    }

    public boolean has(CustomerField field) {
        return values.containsKey(field);
    }

    /** The value as given; an empty text when the field was not given. */
    public Object get(CustomerField field) {
        return values.getOrDefault(field, "");
    }

    public Set<CustomerField> fields() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public Map<CustomerField, Object> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
