package vn.sencrm.batch;

import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.importing.ImportAsked;
import vn.sencrm.importing.ImportEngine;

/** Begins an execution of the job {@code import-run} for a run that this server could claim. */
@ApplicationScoped
public class ImportStarter {

    private static final Logger LOG = Logger.getLogger(ImportStarter.class.getName());
    private static final String JOB = "import-run";

    @Resource
    ManagedExecutorService executor;

    @Inject
    ImportEngine engine;

    @Inject
    JobStarter starter;

    /** At once when a user asks; should this server die before, the tick of another finds the run. */
    void onAsked(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportAsked asked) {
        executor.execute(() -> start(asked.runId()));
    }

    /** Takes up every run that waits. */
    void startWaiting() {
        engine.waiting().forEach(this::start);
    }

    private void start(long run) {
        if (!engine.claim(run)) {
            return;
        }
        try {
            long execution = starter.start(JOB, Map.of("run", Long.toString(run)));
            LOG.log(Level.INFO, "Import {0} is worked on by execution {1}", new Object[] {
                Long.toString(run), Long.toString(execution)
            });
        } catch (BatchRuntimeException e) {
            LOG.log(Level.SEVERE, "No job could be begun for import " + run, e);
            engine.release(run);
        }
    }
}
