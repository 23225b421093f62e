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
import vn.sencrm.system.Members;

/** At its start and four times a minute each server says that it lives. */
@Internal
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class MemberTick {

    private static final Logger LOG = Logger.getLogger(MemberTick.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(15);

    @Resource
    private TimerService timers;

    @Inject
    Members members;

    @PostConstruct
    void begin() {
        tell();
        Ticks.every(PERIOD, timers);
    }

    @Timeout
    public void tell() {
        try {
            members.tell();
        } catch (CrmException databaseAway) {
            LOG.log(Level.WARNING, "Nobody could be told that this server lives: {0}", databaseAway.getMessage());
        }
    }
}
