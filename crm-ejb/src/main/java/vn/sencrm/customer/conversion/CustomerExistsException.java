package vn.sencrm.customer.conversion;

import java.util.List;
import vn.sencrm.common.CrmException;

/** A contact or account with the same keys exists, and nobody said that this one is another; nothing was converted. */
public class CustomerExistsException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<ExistingCustomer> candidates;

    CustomerExistsException(List<ExistingCustomer> candidates) {
        super("DUPLICATE", candidates.size());
        this.candidates = List.copyOf(candidates);
    }

    public List<ExistingCustomer> candidates() {
        return candidates == null ? List.of() : candidates;
    }
}
