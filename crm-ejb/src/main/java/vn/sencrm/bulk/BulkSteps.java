package vn.sencrm.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.Internal;
import vn.sencrm.identity.Account;
import vn.sencrm.job.NodeId;
import vn.sencrm.job.NotOurRunException;

/** The steps of a bulk action, each one transaction that ends with the run's new position, fenced by its owner. */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkSteps {

    @Inject
    BulkStepSql step;

    @Inject
    BulkRunSql runs;

    @Inject
    NodeId node;

    @Inject
    Clock clock;

    /** Does one part of the selection. */
    public void perform(BulkAction action, BulkRun run, Account user, int part) {
        BulkCounts counts = step.perform(action, run, user, part);
        NotOurRunException.unless(runs.advance(run.id(), node.get(), part, counts, clock.instant()), run.id());
    }

    /** Ends a run whose parts are all done. */
    public void finish(BulkRun run) {
        NotOurRunException.unless(runs.finish(run.id(), node.get(), clock.instant()), run.id());
    }
}
