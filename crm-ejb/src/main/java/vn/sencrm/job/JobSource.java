package vn.sencrm.job;

import java.util.Optional;

/**
 * A job that keeps its runs in tables of its own, such as imports. Implemented by its feature and found by CDI, so that
 * a list of jobs names it too.
 */
public interface JobSource {

    String jobName();

    /** The run that began last, told as a {@link JobRun}. */
    Optional<JobRun> lastRun();
}
