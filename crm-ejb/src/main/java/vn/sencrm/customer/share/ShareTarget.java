package vn.sencrm.customer.share;

import java.io.Serializable;

/**
 * A user or team that customers can be shared with.
 *
 * @param code the user name, or the team's name
 */
public record ShareTarget(Kind kind, String code, String name) implements Serializable {

    /** With whom a customer is shared. */
    public enum Kind {
        USER("user"),
        TEAM("team");

        private final String jsonName;

        Kind(String jsonName) {
            this.jsonName = jsonName;
        }

        public String jsonName() {
            return jsonName;
        }
    }
}
