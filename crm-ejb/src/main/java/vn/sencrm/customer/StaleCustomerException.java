package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.WithMembers;

/** Fields that were sent have been changed by somebody else meanwhile; nothing was saved. */
public class StaleCustomerException extends CrmException implements WithMembers {

    private static final long serialVersionUID = 1L;

    private final int currentVersion;
    private final transient List<FieldConflict> conflicts;

    /** @param conflicts empty when the record as a whole is what changed */
    public StaleCustomerException(int currentVersion, List<FieldConflict> conflicts) {
        super("STALE");
        this.currentVersion = currentVersion;
        this.conflicts = List.copyOf(conflicts);
    }

    /** The version with which the same change is accepted once the user has looked at the conflicts. */
    public int currentVersion() {
        return currentVersion;
    }

    public List<FieldConflict> conflicts() {
        return conflicts == null ? List.of() : conflicts;
    }

    @Override
    public Map<String, JsonValue> members() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        conflicts().forEach(conflict -> array.add(conflict.toJson()));
        return Map.of("conflicts", array.build(), "version", JSON.createValue(currentVersion));
    }
}
