package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Whose bulk actions a user sees: the own ones; who may configure the product, all. */
@ApplicationScoped
class BulkAccess {

    @Inject
    CurrentUser currentUser;

    @Inject
    BulkRunSql runs;

    /** @throws NotFoundException when there is no such run or it is somebody else's */
    BulkRun get(long id) {
        Account user = currentUser.get();
        return runs.find(id)
                .filter(run -> run.createdBy() == user.id() || user.may(Right.CONFIGURE))
                .orElseThrow(() -> new NotFoundException("bulk-action", id));
    }

    /** The user whose runs are listed, 0 for everybody's. */
    long scope() {
        Account user = currentUser.get();
        return user.may(Right.CONFIGURE) ? 0 : user.id();
    }

    /** @throws BulkRefusedException when the user lacks the action's right */
    Account require(BulkAction action) {
        Account user = currentUser.get();
        if (!user.may(action.right())) {
            throw new BulkRefusedException("NO_RIGHT");
        }
        return user;
    }
}
