package vn.sencrm.customer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Builds a JSON object from values of which some are null; those are left out. */
final class Nullables {

    private final JsonObjectBuilder json = Json.createObjectBuilder();

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
