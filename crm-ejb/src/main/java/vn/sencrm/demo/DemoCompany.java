package vn.sencrm.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sencrm.common.Internal;
import vn.sencrm.identity.FirstAdministrator;

/**
 * Loads the demo company at the first start where {@code CRM_DEMO} asks for it, beside the start, which need not wait.
 * A failure is told in the log and keeps nobody from working.
 */
@Internal
@Singleton
@Startup
@PermitAll
@DependsOn(FirstAdministrator.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoCompany {

    private static final Logger LOG = Logger.getLogger(DemoCompany.class.getName());

    @Inject
    @ConfigProperty(name = "crm.demo")
    boolean wanted;

    @Inject
    DemoLoad demo;

    @Resource
    ManagedExecutorService executor;

    @PostConstruct
    void loadWhereWanted() {
        if (wanted) {
            executor.execute(this::load);
        }
    }

    private void load() {
        try {
            int customers = demo.intoEmptyDatabase();
            if (customers > 0) {
                LOG.info(() -> "The demo company was loaded, customers: " + customers);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The demo company was not loaded", e);
        }
    }
}
