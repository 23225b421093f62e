package vn.sencrm.customer.gap;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Internal;
import vn.sencrm.job.JobRuns;

/** The job {@code checks-nightly}: what customers lack, worked out anew in steps of bounded size, harmless to repeat. */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GapRefresh {

    private static final int STEP = 20_000;

    @Inject
    JobRuns runs;

    @Inject
    GapSql sql;

    public void run(long runId) {
        runs.work(runId, () -> refreshUntilSettled(runId));
    }

    /** Rules that change meanwhile ask for a run in vain: this one begins again. */
    private void refreshUntilSettled(long runId) {
        List<String> required;
        boolean goOn;
        do {
            required = sql.required();
            goOn = refreshAll(runId);
        } while (goOn && !required.equals(sql.required()));
    }

    /** False when somebody asked the run to stop. */
    private boolean refreshAll(long runId) {
        boolean goOn = true;
        Optional<Long> stop = sql.nextStop(0, STEP);
        long after = 0;
        while (goOn && stop.isPresent()) {
            long from = after;
            long upTo = stop.get();
            goOn = runs.step(runId, "gaps", () -> sql.refresh(from, upTo));
            after = upTo;
            stop = sql.nextStop(after, STEP);
        }
        return goOn;
    }
}
