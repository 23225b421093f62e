package vn.sencrm.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run of a job.
 *
 * @param counts what was done, under the names and in the order that the job gives
 * @param errorCode why it failed, null unless it did
 * @param errorDetail the same for an operator, in the words of whatever failed
 */
public record JobRun(
        long id,
        String jobName,
        JobRunState state,
        Map<String, Long> counts,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        String errorCode,
        String errorDetail)
        implements Serializable {

    public JobRun {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
