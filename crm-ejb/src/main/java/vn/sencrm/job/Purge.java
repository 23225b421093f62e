package vn.sencrm.job;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sencrm.common.Internal;
import vn.sencrm.common.PurgeStep;

/**
 * The job {@code purge}: every feature's {@link PurgeStep}, in bounded pieces, each one transaction. Nobody waits for
 * it and it is harmless to repeat.
 */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Purge {

    private static final int PIECE = 5_000;

    @Inject
    JobRuns runs;

    @Inject
    @Any
    Instance<PurgeStep> steps;

    public void run(long runId) {
        runs.work(runId, () -> inOrder().stream().allMatch(step -> finish(runId, step)));
    }

    private List<PurgeStep> inOrder() {
        return steps.stream().sorted(Comparator.comparing(PurgeStep::name)).toList();
    }

    /** False when somebody asked the run to stop. */
    private boolean finish(long runId, PurgeStep step) {
        AtomicInteger done = new AtomicInteger();
        boolean goOn;
        do {
            goOn = runs.step(runId, step.name(), () -> done.accumulateAndGet(step.purge(PIECE), (was, is) -> is));
        } while (goOn && done.get() >= PIECE);
        return goOn;
    }
}
