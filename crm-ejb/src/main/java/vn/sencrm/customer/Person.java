package vn.sencrm.customer;

import jakarta.json.JsonObject;
import java.io.Serializable;

/** Somebody who belongs to a customer without being one: a representative, a member of a household. */
public record Person(String name, String relation, String phone) implements Serializable {

    JsonObject toJson() {
        return new Nullables()
                .add("name", name)
                .add("relation", relation)
                .add("phone", phone)
                .build();
    }

    static Person from(JsonObject json) {
        return new Person(
                json.getString("name", null), json.getString("relation", null), json.getString("phone", null));
    }
}
