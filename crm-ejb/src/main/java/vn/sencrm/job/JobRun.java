package vn.sencrm.job;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run of a job.
 *
 * @param dueAt for which time of its schedule it is; null when somebody asked for it
 * @param counts what was done, under the names and in the order that the job gives
 * @param errorCode why it failed, null unless it did
 * @param errorDetail the same for an operator, in the words of whatever failed
 */
public record JobRun(
        long id,
        String jobName,
        JobRunState state,
        Map<String, Long> counts,
        Instant dueAt,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        String errorCode,
        String errorDetail)
        implements Serializable {

    /** Servers look at the schedules four times a minute. */
    private static final Duration LATE = Duration.ofMinutes(2);

    public JobRun {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** A run that somebody asked for. */
    public JobRun(
            long id,
            String jobName,
            JobRunState state,
            Map<String, Long> counts,
            Instant createdAt,
            Instant startedAt,
            Instant finishedAt,
            String errorCode,
            String errorDetail) {
        this(id, jobName, state, counts, null, createdAt, startedAt, finishedAt, errorCode, errorDetail);
    }

    /** Whether no server was there, or none might start it, when it was due. */
    public boolean isLate() {
        return dueAt != null && createdAt.isAfter(dueAt.plus(LATE));
    }
}
