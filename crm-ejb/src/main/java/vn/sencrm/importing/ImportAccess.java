package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Whose runs a user sees: the own ones; who may configure the product, all. */
@ApplicationScoped
class ImportAccess {

    @Inject
    CurrentUser currentUser;

    @Inject
    ImportRunSql runs;

    /** @throws NotFoundException when there is no such run or it is somebody else's */
    ImportRun get(long id) {
        Account user = currentUser.get();
        return runs.find(id)
                .filter(run -> run.createdBy() == user.id() || user.may(Right.CONFIGURE))
                .orElseThrow(() -> new NotFoundException("import-run", id));
    }

    /** @throws ImportRefusedException NO_RIGHT when the user lacks it */
    void require(String right) {
        if (!currentUser.get().may(right)) {
            throw new ImportRefusedException("NO_RIGHT");
        }
    }

    /** The user whose runs are listed, 0 for everybody's. */
    long scope() {
        Account user = currentUser.get();
        return user.may(Right.CONFIGURE) ? 0 : user.id();
    }

    Account user() {
        return currentUser.get();
    }

    long userId() {
        return currentUser.id();
    }
}
