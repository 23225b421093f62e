package vn.sencrm.bulk;

/** Where a bulk action stands. */
public enum BulkState {
    RUNNING,
    DONE,
    /** Through, but records were skipped or refused. */
    DONE_WITH_ERRORS,
    STOPPED,
    FAILED;

    public boolean isActive() {
        return this == RUNNING;
    }
}
