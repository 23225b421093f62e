package vn.sencrm.system;

import java.io.Serializable;
import java.time.Instant;

/**
 * A run that failed.
 *
 * @param requestId under which its lines stand in the log, null for a run that the schedule asked for
 */
public record FailedRun(String job, long id, Instant at, String errorCode, String errorDetail, String requestId)
        implements Serializable {}
