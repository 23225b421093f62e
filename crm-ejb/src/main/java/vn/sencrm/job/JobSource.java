package vn.sencrm.job;

import java.util.Optional;
import vn.sencrm.common.Page;

/**
 * A job that keeps its runs in tables of its own, such as imports. Implemented by its feature and found by CDI, so that
 * operators see its runs among those of the other jobs, stop them, and let them go on.
 */
public interface JobSource {

    String jobName();

    /**
     * A page of its runs told as {@link JobRun}s, those first that it worked on last.
     *
     * @param after the cursor of the page, blank for the first
     */
    Page<JobRun> page(String after, int size);

    Optional<JobRun> find(long id);

    /** Asks a run that is under way to stop at the end of its step. */
    void requestStop(long id);

    /** Lets a run that was stopped, or failed by our own fault, go on; false when it is neither. */
    boolean restart(long id);
}
