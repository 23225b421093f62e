package vn.sencrm.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.Internal;
import vn.sencrm.job.JobSchedules;
import vn.sencrm.job.JobWatchdog;

/**
 * Looks four times a minute, on every server, for schedules that are due, for runs that nobody works on and for jobs that
 * were missed. Nothing is kept between two looks, and a look that fails is followed by the next one.
 */
@Internal
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduleTick {

    private static final Logger LOG = Logger.getLogger(ScheduleTick.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(15);

    @Resource
    private TimerService timers;

    @Inject
    JobSchedules schedules;

    @Inject
    JobRunStarter starter;

    @Inject
    JobWatchdog watchdog;

    @PostConstruct
    void begin() {
        Ticks.every(PERIOD, timers);
    }

    @Timeout
    public void look() {
        attempt(() -> schedules.unsettled().forEach(schedules::settle));
        attempt(starter::startWaiting);
        attempt(watchdog::look);
    }

    /** What one part of a look meets does not keep the others from theirs. */
    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Schedules could not be looked at", e);
        }
    }
}
