package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeValues;

/**
 * A field that somebody else changed since the editor read it ({@code 90-rules.md}, Edits).
 *
 * @param attribute the attribute's code when the field is {@link CustomerField#ATTRIBUTES}, else null
 * @param base the value that the editor saw
 * @param theirs the value it has now
 * @param mine the value that the editor wants
 * @param changedBy full name of who changed it last, null for the system
 */
public record FieldConflict(
        CustomerField field,
        String attribute,
        Object base,
        Object theirs,
        Object mine,
        String changedBy,
        Instant changedAt) {

    /** The name in JSON: a field's, or {@code attributes.<code>}. */
    public String name() {
        return attribute == null ? field.jsonName() : Attribute.JSON_PREFIX + attribute;
    }

    private JsonValue json(Object value) {
        return attribute == null ? CustomerDocument.json(value) : AttributeValues.json(value);
    }

    /** As programs are told it. */
    public JsonObject toJson() {
        return JSON.createObjectBuilder()
                .add("field", name())
                .add("base", json(base))
                .add("theirs", json(theirs))
                .add("mine", json(mine))
                .build();
    }
}
