package vn.sencrm.batch;

import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.RequestId;
import vn.sencrm.job.RunAsked;
import vn.sencrm.job.RunOrigins;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunWorker;

/** Begins an execution of a {@link RunSource}'s job for a run that this server could claim. */
@ApplicationScoped
public class RunStarter {

    private static final Logger LOG = Logger.getLogger(RunStarter.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    @Any
    Instance<RunSource> sources;

    @Inject
    RunWorker worker;

    @Inject
    JobStarter starter;

    @Inject
    RunOrigins origins;

    /** At once when a user asks; should this server die before, the tick of another finds the run. */
    void onAsked(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunAsked asked) {
        sources.stream()
                .filter(source -> source.jobName().equals(asked.jobName()))
                .forEach(source -> executor.execute(() -> start(source, asked.runId())));
    }

    /** Takes up every run that waits. */
    void startWaiting() {
        sources.forEach(source -> worker.waiting(source.table()).forEach(run -> start(source, run)));
    }

    private void start(RunSource source, long run) {
        if (worker.claim(source.table(), run, source.maxAttempts())) {
            try (RequestId.Scope origin = origins.under(source.table(), run)) {
                begin(source, run);
            }
        }
    }

    private void begin(RunSource source, long run) {
        String number = Long.toString(run);
        try {
            long execution = starter.start(source.jobName(), Map.of("run", number));
            LOG.log(Level.INFO, "{0} {1} is worked on by execution {2}", new Object[] {
                source.jobName(), number, Long.toString(execution)
            });
        } catch (BatchRuntimeException e) {
            LOG.log(Level.SEVERE, "No job could be begun for " + source.jobName() + " " + run, e);
            worker.release(source.table(), run);
        }
    }
}
