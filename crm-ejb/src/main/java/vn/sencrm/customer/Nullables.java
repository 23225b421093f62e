package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Builds a JSON object from values of which some are null; those are left out. */
final class Nullables {

    private final JsonObjectBuilder json = JSON.createObjectBuilder();

    Nullables add(String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
        return this;
    }

    Nullables add(String name, Double value) {
        if (value != null) {
            json.add(name, value);
        }
        return this;
    }

    JsonObject build() {
        return json.build();
    }
}
