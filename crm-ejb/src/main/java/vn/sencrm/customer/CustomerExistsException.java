package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.WithMembers;

/**
 * Customers that may be the one at hand exist, and nobody said that it is another, or must not say so; nothing was
 * written.
 */
public class CustomerExistsException extends CrmException implements WithMembers {

    private static final long serialVersionUID = 1L;

    private final transient List<ExistingCustomer> candidates;
    private final boolean blocked;

    /** @param blocked whether it is refused whatever the caller says */
    public CustomerExistsException(List<ExistingCustomer> candidates, boolean blocked) {
        super("DUPLICATE", candidates.size());
        this.candidates = List.copyOf(candidates);
        this.blocked = blocked;
    }

    public List<ExistingCustomer> candidates() {
        return candidates == null ? List.of() : candidates;
    }

    public boolean isBlocked() {
        return blocked;
    }

    @Override
    public Map<String, JsonValue> members() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        candidates().forEach(candidate -> array.add(candidate.toJson()));
        return Map.of("candidates", array.build(), "blocked", blocked ? JsonValue.TRUE : JsonValue.FALSE);
    }
}
