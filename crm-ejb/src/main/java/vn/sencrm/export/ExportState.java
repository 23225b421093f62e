package vn.sencrm.export;

/** Where an export stands. */
public enum ExportState {
    /** Waiting for a server, or being written. */
    RUNNING,
    DONE,
    /** Somebody stopped it; there is no file. */
    STOPPED,
    FAILED;

    public boolean isActive() {
        return this == RUNNING;
    }
}
