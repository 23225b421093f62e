package vn.sencrm.job;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When a job is due.
 *
 * @param zone null for the company's zone
 * @param nextDue null until it has been worked out
 */
public record JobSchedule(String name, String cron, String zone, boolean enabled, Instant nextDue)
        implements Serializable {

    /** Whether a run is to be asked for. However often it was missed, it is due once. */
    boolean isDue(Instant now) {
        return enabled && nextDue != null && !nextDue.isAfter(now);
    }

    /** Whether the next moment stands as it should. */
    boolean isSettled(Instant now) {
        return !enabled || nextDue != null && nextDue.isAfter(now);
    }

    /**
     * The first moment later than now.
     *
     * @throws IllegalArgumentException when cron or zone cannot be understood
     */
    Instant nextAfter(Instant now, ZoneId companyZone) {
        try {
            return new Cron(cron).next(now, zone == null ? companyZone : ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such zone: " + zone, e);
        }
    }
}
