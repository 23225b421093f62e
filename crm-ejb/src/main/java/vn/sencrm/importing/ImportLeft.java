package vn.sencrm.importing;

import java.io.Serializable;

/**
 * A row that stayed when its import was taken back.
 *
 * @param customerId null when the customer is gone or may not be seen
 * @param code the customer's code when it was imported
 * @param name null likewise
 */
public record ImportLeft(int row, Long customerId, String code, String name, LeftReason reason)
        implements Serializable {

    /** Why it stayed. */
    public enum LeftReason {
        /** Somebody has changed the customer since. */
        CHANGED,
        /** What it had before is there no more: a status, a tier, a company that was deleted. */
        LOST,
        /** Something refers to the new customer: a comment, a file, a contact. */
        USED,
        /** The customer was deleted since, or merged into another. */
        GONE
    }
}
