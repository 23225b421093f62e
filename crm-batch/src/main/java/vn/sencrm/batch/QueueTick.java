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
import vn.sencrm.assignment.Queues;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.Internal;

/**
 * Every ten seconds, on every server: the queues of teams are dealt out as far as anybody can take them. Two servers at
 * once wait for each other at the team's turn.
 */
@Internal
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class QueueTick {

    private static final Logger LOG = Logger.getLogger(QueueTick.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);

    @Resource
    private TimerService timers;

    @Inject
    Queues queues;

    @PostConstruct
    void begin() {
        Ticks.every(PERIOD, timers);
    }

    @Timeout
    public void drain() {
        try {
            queues.waiting().forEach(this::drain);
        } catch (CrmException databaseAway) {
            LOG.log(Level.WARNING, "Queues of teams could not be looked for: {0}", databaseAway.getMessage());
        }
    }

    private void drain(long teamId) {
        try {
            int dealt;
            do {
                dealt = queues.drainQueue(teamId);
            } while (dealt > 0);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The queue of team " + teamId + " waits for the next look", e);
        }
    }
}
