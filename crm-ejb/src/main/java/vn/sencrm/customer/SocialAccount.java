package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import java.io.Serializable;

/**
 * An account in a social network.
 *
 * @param network as in {@code facebook}, {@code zalo}; never null
 * @param id the name, number or address of the account there
 */
public record SocialAccount(String network, String id) implements Serializable {

    JsonObject toJson() {
        return JSON.createObjectBuilder().add("network", network).add("id", id).build();
    }

    static SocialAccount from(JsonObject json) {
        return new SocialAccount(json.getString("network", ""), json.getString("id", ""));
    }
}
