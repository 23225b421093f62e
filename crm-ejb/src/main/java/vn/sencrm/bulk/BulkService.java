package vn.sencrm.bulk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;
import vn.sencrm.job.RunAsked;

/** Asks for bulk actions, stops them and takes them back; the work itself is done by the job {@code bulk-run}. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class BulkService {

    /** More ids than this are selected by a filter instead. */
    public static final int MAX_IDS = 200_000;

    @Inject
    BulkAccess access;

    @Inject
    BulkActions actions;

    @Inject
    BulkRunSql runs;

    @Inject
    BulkUndo undo;

    @Inject
    CustomerQueries customers;

    @Inject
    Event<RunAsked> asked;

    @Inject
    Clock clock;

    /**
     * Checks what is asked, freezes the selection and puts the action to work.
     *
     * @param expected the number that was confirmed, null where ids were given and none was
     * @throws InvalidInputException naming what is wrong with the arguments or the selection
     * @throws SelectionChangedException when the selection holds another number now: nothing is done
     * @throws BulkRefusedException when the caller lacks the right, or nobody is selected
     */
    public BulkRun start(String actionName, JsonObject args, BulkSelection selection, Long expected) {
        BulkAction action = actions.get(actionName);
        Account user = access.require(action);
        requireBounded(selection, expected);
        JsonObject parameters = action.parameters(args, user);
        long id = runs.insert(action.name(), parameters, selection, user.id(), clock.instant());
        long total = runs.freeze(id, selected(selection));
        if (expected != null && expected != total) {
            throw new SelectionChangedException(expected, total);
        }
        if (total == 0) {
            throw new BulkRefusedException("SELECTION_EMPTY");
        }
        return begin(id);
    }

    private static void requireBounded(BulkSelection selection, Long expected) {
        if (selection.isByIds() && selection.ids().size() > MAX_IDS) {
            throw new InvalidInputException(List.of(new FieldProblem("ids", "TOO_MANY", Integer.toString(MAX_IDS))));
        }
        if (!selection.isByIds() && expected == null) {
            throw new InvalidInputException(List.of(new FieldProblem("expected", "REQUIRED")));
        }
    }

    private SqlFragment selected(BulkSelection selection) {
        return selection.isByIds()
                ? runs.given(selection.ids())
                : customers.matching(selection.filter(), selection.search());
    }

    /**
     * Takes a bulk action back, by a run of its own: what was not changed since is put back, the rest is listed.
     *
     * @throws BulkRefusedException when it is under way, was taken back already or cannot be any more
     */
    public BulkRun undo(long id) {
        BulkRun run = access.get(id);
        Account user = access.require(actions.get(run.action()));
        if (!undo.isPossible(run, user)) {
            throw new BulkRefusedException("INVALID_STATE", run.state().name());
        }
        long undoing = runs.insertUndo(run, user.id(), clock.instant())
                .orElseThrow(() ->
                        new BulkRefusedException("INVALID_STATE", run.state().name()));
        runs.freeze(undoing, runs.doneBy(id));
        return begin(undoing);
    }

    /** Asks the worker to stop at the end of its step. */
    public BulkRun stop(long id) {
        access.get(id);
        runs.requestStop(id);
        return access.get(id);
    }

    /** Goes on where a stopped run, or one that failed by our own fault, left off. */
    public BulkRun resume(long id) {
        BulkRun run = access.get(id);
        if (!run.isResumable() || !runs.resume(id, run.state())) {
            throw new BulkRefusedException("INVALID_STATE", run.state().name());
        }
        return begin(id);
    }

    private BulkRun begin(long id) {
        asked.fire(new RunAsked(BulkRuns.JOB, id));
        return access.get(id);
    }
}
