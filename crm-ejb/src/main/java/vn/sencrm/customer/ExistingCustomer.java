package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A customer that may be the one at hand, and why. Of one that the user may not see, only its owner's name is told: id
 * is 0 and code and name are null.
 */
public record ExistingCustomer(
        long id, String code, String name, CustomerStage stage, List<MatchReason> reasons, String ownerName)
        implements Serializable {

    /** Keys that two customers never share; the others only make one ask ({@code 90-rules.md}). */
    private static final Set<MatchReason> UNIQUE = EnumSet.of(MatchReason.TAX, MatchReason.IDNO);

    public ExistingCustomer {
        reasons = List.copyOf(reasons);
    }

    public boolean isVisible() {
        return id != 0;
    }

    /** The keys that both have. */
    public List<MatchReason> keys() {
        return reasons.stream().filter(MatchReason::isStrong).toList();
    }

    /** Whether there must be no second customer with this key. */
    public boolean isSame() {
        return reasons.stream().anyMatch(UNIQUE::contains);
    }

    /** As programs are told it. */
    public JsonObject toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        if (isVisible()) {
            json.add("id", id).add("code", code).add("name", name).add("stage", stage.name());
        }
        json.add("reasons", names(reasons)).add("keys", names(keys()));
        return json.add("owner", ownerName == null ? JsonValue.NULL : JSON.createValue(ownerName))
                .build();
    }

    private static JsonArrayBuilder names(List<MatchReason> reasons) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        reasons.forEach(reason -> array.add(reason.name()));
        return array;
    }
}
