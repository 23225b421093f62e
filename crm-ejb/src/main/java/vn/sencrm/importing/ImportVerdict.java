package vn.sencrm.importing;

/** What becomes of a row. */
public enum ImportVerdict {
    CREATE,
    UPDATE,
    /** Says nothing that the record does not say already. */
    UNCHANGED,
    /** Exists, and existing ones are left alone. */
    SKIP,
    REFUSE
}
