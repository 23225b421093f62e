package vn.sencrm.job;

/** Where a run of a job stands. A run begins WAITING and may be taken up again while it is RUNNING with a dead owner. */
public enum JobRunState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    STOPPED;

    /** Whether a server works on the run, or will soon. */
    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
