package vn.sencrm.customer.conversion;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.IdentityKey;

/**
 * A contact or account that shares keys with a lead. Of one that the user may not see, only its owner's name is told:
 * id is 0 and code and name are null.
 */
public record ExistingCustomer(
        long id, String code, String name, CustomerStage stage, List<IdentityKey.Kind> keys, String ownerName)
        implements Serializable {

    /** Keys that two customers never share; the others only make one ask ({@code 90-rules.md}). */
    private static final Set<IdentityKey.Kind> UNIQUE = EnumSet.of(IdentityKey.Kind.TAX, IdentityKey.Kind.IDNO);

    public ExistingCustomer {
        keys = List.copyOf(keys);
    }

    public boolean isVisible() {
        return id != 0;
    }

    /** Whether there must be no second customer with this key. */
    public boolean isSame() {
        return keys.stream().anyMatch(UNIQUE::contains);
    }
}
