package vn.sencrm.job;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.Internal;

/**
 * Asks for a run of every job that is due. Every server looks four times a minute; the one whose update moves the schedule on
 * asks, in the same transaction, so that a moment is neither lost nor used twice. Moments that passed while no server
 * ran, or while the schedule was being moved on, make one run together.
 */
@Internal
@Stateless
@PermitAll
public class JobSchedules {

    private static final Logger LOG = Logger.getLogger(JobSchedules.class.getName());

    @Inject
    JobSql sql;

    @Inject
    JobWatchSql watch;

    @Inject
    JobConfig config;

    @Inject
    Clock clock;

    /** The schedules that need a look now; none where this server, or every server, is told to start nothing. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<JobSchedule> unsettled() {
        Instant now = clock.instant();
        return config.schedules() && watch.stop().isEmpty()
                ? sql.schedules().stream()
                        .filter(schedule -> !schedule.isSettled(now))
                        .toList()
                : List.of();
    }

    /** Moves a schedule on and, when it was due, asks for the run. A schedule that cannot be read is told in the log. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void settle(JobSchedule schedule) {
        Instant now = clock.instant();
        try {
            Instant next = schedule.nextAfter(now, clock.getZone());
            if (sql.moveOn(schedule, next) && schedule.isDue(now)) {
                ask(schedule, now);
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "The schedule of the job {0} cannot be used: {1}", new Object[] {
                schedule.name(), e.getMessage()
            });
        }
    }

    private void ask(JobSchedule schedule, Instant now) {
        if (sql.insertRun(schedule, now).isEmpty()) {
            LOG.warning(() -> "The job " + schedule.name() + " was due, but its last run has not ended");
        }
    }
}
