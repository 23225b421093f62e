package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;

/**
 * A phone number, e-mail address or website as it was typed, with what it is for ("nhà", "kế toán"). The first of a
 * list is the primary one.
 *
 * @param label may be null
 */
public record LabelledValue(String value, String label) implements Serializable {

    public static LabelledValue of(String value) {
        return new LabelledValue(value, null);
    }

    JsonObject toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("value", value);
        if (label != null) {
            json.add("label", label);
        }
        return json.build();
    }

    static LabelledValue from(JsonObject json) {
        return new LabelledValue(json.getString("value", ""), json.getString("label", null));
    }
}
