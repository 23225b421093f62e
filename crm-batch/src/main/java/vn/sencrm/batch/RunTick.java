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
import vn.sencrm.common.CrmException;
import vn.sencrm.common.Internal;

/** Every ten seconds, on every server: runs that nobody works on are taken up, wherever they were left. */
@Internal
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class RunTick {

    private static final Logger LOG = Logger.getLogger(RunTick.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);

    @Resource
    private TimerService timers;

    @Inject
    RunStarter starter;

    @PostConstruct
    void begin() {
        Ticks.every(PERIOD, timers);
    }

    @Timeout
    public void tick() {
        try {
            starter.startWaiting();
        } catch (CrmException databaseAway) {
            LOG.log(Level.WARNING, "Runs left behind could not be looked for: {0}", databaseAway.getMessage());
        }
    }
}
