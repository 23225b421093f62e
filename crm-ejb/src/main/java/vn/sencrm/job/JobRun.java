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
 * @param parameters what it was asked for, where that differs from run to run: a file, a list, an action
 * @param progress how far it is, null where that cannot be told
 * @param dueAt for which time of its schedule it is; null when somebody asked for it
 * @param counts what was done, under the names and in the order that the job gives
 * @param errorCode why it failed, null unless it did
 * @param errorDetail the same for an operator, in the words of whatever failed
 */
public record JobRun(
        long id,
        String jobName,
        JobRunState state,
        Map<String, String> parameters,
        Progress progress,
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

    /** How many of how many are done; the total is null until it is known. */
    public record Progress(long done, Long total) implements Serializable {}

    public JobRun {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** A run of a {@link JobSource}, which somebody asked for. */
    public JobRun(
            long id,
            String jobName,
            JobRunState state,
            Map<String, String> parameters,
            Progress progress,
            Map<String, Long> counts,
            Instant createdAt,
            Instant startedAt,
            Instant finishedAt,
            String errorCode,
            String errorDetail) {
        this(
                id,
                jobName,
                state,
                parameters,
                progress,
                counts,
                null,
                createdAt,
                startedAt,
                finishedAt,
                errorCode,
                errorDetail);
    }

    /** Whether no server was there, or none might start it, when it was due. */
    public boolean isLate() {
        return dueAt != null && createdAt.isAfter(dueAt.plus(LATE));
    }
}
