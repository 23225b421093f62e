package vn.sencrm.customer;

import java.util.Set;
import vn.sencrm.audit.Cause;

/** Stands before a customer is written with keys that it did not have (DUP-2); who knows duplicates is a floor above. */
public interface CreationGuard {

    /**
     * A customer about to be written.
     *
     * @param id 0 for a new one
     * @param document all its values, as they will be
     * @param fresh its keys that it did not have before
     */
    record Subject(long id, CustomerDocument document, Set<IdentityKey> fresh) {}

    /**
     * Lets the customer pass, in the caller's transaction: until its end nobody else is let pass with the same keys.
     *
     * @param cause by what it is written, which decides what is asked
     * @param allowed whether the caller has been asked and says that it is another customer
     * @throws CustomerExistsException when others have its keys and that is asked about, or never allowed
     */
    void admit(Subject subject, Cause cause, boolean allowed);
}
