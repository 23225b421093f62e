package vn.sencrm.importing;

import java.io.Serializable;

/**
 * A row that stayed when its import was taken back.
 *
 * @param customerId null when the customer is gone or may not be seen, or the row was of another record
 * @param code the record's code when it was imported; of a tag its name
 * @param name null where a customer is gone or may not be seen
 */
public record ImportLeft(int row, Long customerId, String code, String name, LeftReason reason)
        implements Serializable {

    /** Why it stayed. */
    public enum LeftReason {
        /** Somebody has changed the record since. */
        CHANGED,
        /** What it had before cannot be had any more: a status that was deleted, a name that another tag has now. */
        LOST,
        /** Something refers to the new record: a comment, a contact, a customer. */
        USED,
        /** The record was deleted since, or merged into another. */
        GONE
    }
}
