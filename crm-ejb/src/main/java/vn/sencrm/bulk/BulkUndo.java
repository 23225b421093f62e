package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import vn.sencrm.identity.Account;

/** Which bulk actions can be taken back, and until when. */
@ApplicationScoped
class BulkUndo {

    @Inject
    BulkActions actions;

    @Inject
    BulkConfig config;

    @Inject
    Clock clock;

    /** Once it rests, when it changed something, for thirty days, once; one's own marks by oneself alone. */
    boolean isPossible(BulkRun run, Account user) {
        BulkAction action = actions.get(run.action());
        return !run.state().isActive()
                && !run.isUndo()
                && run.undoneBy() == null
                && run.counts().done() > 0
                && action.isUndoable()
                && (action.isChange() || run.createdBy() == user.id())
                && until(run).isAfter(clock.instant());
    }

    Instant until(BulkRun run) {
        return run.createdAt().plus(config.undo());
    }
}
