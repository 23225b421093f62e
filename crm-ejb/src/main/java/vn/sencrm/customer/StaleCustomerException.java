package vn.sencrm.customer;

import java.util.List;
import vn.sencrm.common.CrmException;

/** Fields that were sent have been changed by somebody else meanwhile; nothing was saved. */
public class StaleCustomerException extends CrmException {

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
}
