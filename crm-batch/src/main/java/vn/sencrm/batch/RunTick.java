package vn.sencrm.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.Internal;

/** Every ten seconds, on every server: runs that nobody works on are taken up, wherever they were left. */
@Internal
@Singleton
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class RunTick {

    private static final Logger LOG = Logger.getLogger(RunTick.class.getName());

    @Inject
    RunStarter starter;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "runs left behind")
    public void tick() {
        try {
            starter.startWaiting();
        } catch (CrmException databaseAway) {
            LOG.log(Level.WARNING, "Runs left behind could not be looked for: {0}", databaseAway.getMessage());
        }
    }
}
