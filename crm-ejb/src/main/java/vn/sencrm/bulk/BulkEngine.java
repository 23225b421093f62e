package vn.sencrm.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import vn.sencrm.common.Internal;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Accounts;
import vn.sencrm.job.RunWorker;

/** Works on a bulk action from wherever it stands; the job {@code bulk-run} calls it. */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkEngine {

    @Inject
    BulkRunSql runs;

    @Inject
    BulkActions actions;

    @Inject
    BulkSteps steps;

    @Inject
    RunWorker worker;

    @Inject
    Accounts accounts;

    /** Goes on with the run, if this server owns it, until it is through, stopped or refused. */
    public void run(long id) {
        worker.work(BulkRunSql.TABLE, id, () -> runs.find(id)
                .filter(run -> run.state().isActive())
                .ifPresent(this::perform));
    }

    private void perform(BulkRun run) {
        try {
            BulkAction action = actions.get(run.action());
            Account user = accounts.byId(run.createdBy())
                    .filter(account -> account.may(action.right()))
                    .orElseThrow(() -> new BulkRefusedException("NO_RIGHT"));
            performParts(action, run, user);
        } catch (BulkRefusedException refused) {
            worker.fail(BulkRunSql.TABLE, run.id(), refused.code());
        }
    }

    private void performParts(BulkAction action, BulkRun run, Account user) {
        int parts = runs.parts(run.id());
        for (int part = run.position(); part < parts; part++) {
            if (worker.stopped(BulkRunSql.TABLE, run.id())) {
                return;
            }
            steps.perform(action, run, user, part);
        }
        steps.finish(run);
    }
}
