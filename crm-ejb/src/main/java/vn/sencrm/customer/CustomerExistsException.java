package vn.sencrm.customer;

import java.util.List;
import vn.sencrm.common.CrmException;

/**
 * Customers that may be the one at hand exist, and nobody said that it is another, or must not say so; nothing was
 * written.
 */
public class CustomerExistsException extends CrmException {

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
}
