package vn.sencrm.bulk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import vn.sencrm.common.Page;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** What users see of bulk actions. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class BulkQueries {

    private static final int MAX_PAGE = 200;

    /** More tags are named by typing. */
    private static final int MAX_TAGS = 200;

    @Inject
    BulkAccess access;

    @Inject
    BulkRunSql runs;

    @Inject
    BulkItemSql items;

    @Inject
    BulkChoicesSql choices;

    @Inject
    BulkUndo undo;

    @Inject
    CustomerQueries customers;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** How many customers a selection holds now: the number that is asked about. */
    public long count(BulkSelection selection) {
        return selection.isByIds()
                ? new HashSet<>(selection.ids()).size()
                : customers.count(new CustomerListRequest(
                        selection.filter(), selection.search(), CustomerSort.UPDATED_DOWN, null, 1, true));
    }

    /** The tags that can be added. */
    public List<TagUse> tags() {
        return choices.tags(currentUser.id(), MAX_TAGS);
    }

    /** The tags that some of the selected customers have. */
    public List<TagUse> tagsOf(BulkSelection selection) {
        SqlFragment selected = selection.isByIds()
                ? runs.given(selection.ids())
                : customers.matching(selection.filter(), selection.search());
        return choices.tagsOf(selected, currentUser.id(), MAX_TAGS);
    }

    /** The teams that customers can be given to. */
    public List<TeamChoice> teams() {
        return choices.teams();
    }

    /**
     * A page of the newest runs, the user's own or, with the right to configure, everybody's.
     *
     * @param after the cursor of the page, blank for the first
     */
    public Page<BulkRun> page(String after, int size) {
        return runs.page(access.scope(), "bulk-actions", after, size);
    }

    public BulkRun get(long id) {
        return access.get(id);
    }

    /** Seconds left at the pace so far, null where nothing can be said. */
    public Long secondsLeft(BulkRun run) {
        long decided = run.counts().decided();
        if (!run.state().isActive() || decided == 0) {
            return null;
        }
        long seconds = Duration.between(run.createdAt(), clock.instant()).toSeconds();
        return seconds * (run.total() - decided) / decided;
    }

    /** Records beyond a customer's id, of one verdict or (null) of all. */
    public List<BulkItem> items(long id, BulkVerdict verdict, long after, int limit) {
        access.get(id);
        return items.page(id, verdict, after, Math.max(1, Math.min(limit, MAX_PAGE)), currentUser.get());
    }

    /** Why records were skipped or refused. */
    public List<BulkReason> reasons(long id) {
        return items.reasons(access.get(id).id());
    }

    public boolean isUndoable(BulkRun run) {
        return undo.isPossible(run, currentUser.get());
    }

    /** Until when it can be taken back. */
    public Instant undoUntil(BulkRun run) {
        return undo.until(run);
    }
}
