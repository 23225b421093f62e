package vn.sencrm.job;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.Internal;
import vn.sencrm.notification.NotificationSql;

/**
 * Tells operators under the bell of jobs that missed two due moments: once until a run goes well again, and once
 * altogether while all schedules are stopped. Every server looks; the update that notes the telling lets one tell.
 */
@Internal
@Stateless
@PermitAll
public class JobWatchdog {

    private static final Logger LOG = Logger.getLogger(JobWatchdog.class.getName());
    private static final String PAGE = "/job/list.xhtml";

    @Inject
    JobWatchSql sql;

    @Inject
    NotificationSql notifications;

    @Inject
    Clock clock;

    /** Looks at every schedule and tells what is not told yet, all in one transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void look() {
        Instant now = clock.instant();
        List<WatchedSchedule> missed = sql.watched().stream()
                .filter(watched -> watched.missed(now, clock.getZone()).isPresent())
                .toList();
        if (missed.isEmpty()) {
            return;
        }
        Optional<ScheduleStop> stop = sql.stop();
        if (stop.isPresent()) {
            tell(stop.get(), now);
        } else {
            missed.stream().filter(watched -> !watched.isTold()).forEach(watched -> tell(watched, now));
        }
    }

    private void tell(ScheduleStop stop, Instant now) {
        if (sql.tellStopped(now)) {
            LOG.warning("Jobs are missed because all schedules are stopped since " + stop.at());
            notifications.tell(sql.operators(), "SCHEDULES_STOPPED", stop.byId(), 0, "", null, PAGE, now);
        }
    }

    private void tell(WatchedSchedule watched, Instant now) {
        if (sql.tellMissed(watched, now)) {
            String name = watched.schedule().name();
            LOG.log(Level.WARNING, "The job {0} missed its last two due moments", name);
            notifications.tell(sql.operators(), "JOB_MISSED", 0, 0, name, watched.errorDetail(), PAGE, now);
        }
    }
}
