package vn.sencrm.identity;

/** Which records the holders of a role see (SEC-2). */
public enum RecordScope {
    /** Those that the user owns or created, that were shared, and, as the role says, of the user's teams and routes. */
    OWN,
    /** Every one. */
    ALL
}
