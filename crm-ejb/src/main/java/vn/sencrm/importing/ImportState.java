package vn.sencrm.importing;

/** Where an import stands, as its user sees it. */
public enum ImportState {
    /** The file is there; columns are still to be mapped when {@code problem} says so. */
    UPLOADED,
    MAPPED,
    /** Rows are being read, checked and decided. */
    CHECKING,
    /** A dry run has ended; nothing was changed. */
    CHECKED,
    /** Decided rows are being applied. */
    RUNNING,
    DONE,
    /** Done, and some rows were refused. */
    DONE_WITH_ERRORS,
    STOPPED,
    FAILED,
    UNDOING,
    UNDONE;

    /** Whether a server works on it, or will soon. */
    public boolean isActive() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }

    /** Whether columns and options may still be changed. */
    public boolean isOpen() {
        return this == UPLOADED || this == MAPPED || this == CHECKED;
    }

    public boolean isDone() {
        return this == DONE || this == DONE_WITH_ERRORS;
    }
}
