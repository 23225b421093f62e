package vn.sencrm.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A schedule with what the watchdog needs to know of its runs.
 *
 * @param since when the schedule was made, changed or switched on
 * @param succeededAt when the last run that went well ended, null when none did
 * @param activeSince when the run was asked for that waits or is under way, null when there is none
 * @param toldAt when operators were told last that it is missed, null when they never were
 * @param errorCode of the last run since then that failed, null when none did
 */
record WatchedSchedule(
        JobSchedule schedule,
        Instant since,
        Instant succeededAt,
        Instant activeSince,
        Instant toldAt,
        String errorCode,
        String errorDetail) {

    /** What is due has so long to begin and, where it is due every minute, to get over a restart of its server. */
    static final Duration GRACE = Duration.ofMinutes(15);

    /**
     * Whether the last two due moments passed without a success. A run under way may still go well: it is waited for
     * until it has itself been overtaken by two moments. A schedule that cannot be read has no moments to miss.
     */
    Optional<MissedJob> missed(Instant now, ZoneId companyZone) {
        try {
            boolean twice = isOver(secondAfter(lastGood(), companyZone), now)
                    && (activeSince == null || isOver(secondAfter(activeSince, companyZone), now));
            return twice ? Optional.of(told(companyZone)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether operators know already, since the last success. */
    boolean isTold() {
        return toldAt != null && toldAt.isAfter(lastGood());
    }

    private MissedJob told(ZoneId companyZone) {
        return new MissedJob(schedule.name(), schedule.nextAfter(lastGood(), companyZone), errorCode, errorDetail);
    }

    private Instant lastGood() {
        return succeededAt == null || succeededAt.isBefore(since) ? since : succeededAt;
    }

    private Instant secondAfter(Instant moment, ZoneId companyZone) {
        return schedule.nextAfter(schedule.nextAfter(moment, companyZone), companyZone);
    }

    private static boolean isOver(Instant moment, Instant now) {
        return !moment.plus(GRACE).isAfter(now);
    }
}
