package vn.sencrm.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.Internal;
import vn.sencrm.job.JobSchedules;

/**
 * Looks four times a minute, on every server, for schedules that are due and for runs that nobody works on. Nothing is kept
 * between two looks, and a look that fails is followed by the next one.
 */
@Internal
@Singleton
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduleTick {

    private static final Logger LOG = Logger.getLogger(ScheduleTick.class.getName());

    @Inject
    JobSchedules schedules;

    @Inject
    JobRunStarter starter;

    @Schedule(hour = "*", minute = "*", second = "5/15", persistent = false)
    public void look() {
        try {
            schedules.unsettled().forEach(schedules::settle);
            starter.startWaiting();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Schedules could not be looked at", e);
        }
    }
}
