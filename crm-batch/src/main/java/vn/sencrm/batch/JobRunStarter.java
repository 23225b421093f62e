package vn.sencrm.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRuns;
import vn.sencrm.job.RunAsked;

/** Begins an execution of a job with a schedule for a run that this server could claim. */
@ApplicationScoped
public class JobRunStarter {

    @Resource
    ManagedExecutorService executor;

    @Inject
    JobRuns runs;

    @Inject
    JobStarter starter;

    /** At once when an operator asks; should this server die before, the tick of another finds the run. */
    void onAsked(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunAsked asked) {
        executor.execute(() -> runs.waiting().stream()
                .filter(run -> run.id() == asked.runId() && run.jobName().equals(asked.jobName()))
                .forEach(this::start));
    }

    /** Takes up every run that waits. */
    void startWaiting() {
        runs.waiting().forEach(this::start);
    }

    private void start(JobRun run) {
        if (runs.claim(run)) {
            starter.start(run.jobName(), Map.of("runId", Long.toString(run.id())));
        }
    }
}
