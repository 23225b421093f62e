package vn.sencrm.bulk;

/** What became of a selected record. */
public enum BulkVerdict {
    DONE,
    /** It was as asked already. */
    UNCHANGED,
    /** It is not there (any more), as far as the user sees. */
    SKIPPED,
    /** It must not be done; the reason tells why. */
    REFUSED
}
