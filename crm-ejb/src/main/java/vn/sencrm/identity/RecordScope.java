package vn.sencrm.identity;

/** Which records the holders of a role see (SEC-2). */
public enum RecordScope {
    /** Those that the user owns or created. */
    OWN,
    /** Every one. */
    ALL
}
