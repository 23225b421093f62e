package vn.sencrm.job;

import java.util.List;
import java.util.Optional;

/**
 * A job that keeps its runs in tables of its own, such as imports. Implemented by its feature and found by CDI, so that
 * operators see its runs among those of the other jobs, stop them, and let them go on.
 */
public interface JobSource {

    String jobName();

    /** The runs that began last, told as {@link JobRun}s. */
    List<JobRun> newest(int limit);

    Optional<JobRun> find(long id);

    /** Asks a run that is under way to stop at the end of its step. */
    void requestStop(long id);

    /** Lets a run that was stopped, or failed by our own fault, go on; false when it is neither. */
    boolean restart(long id);
}
