package vn.sencrm.job;

import vn.sencrm.common.CrmException;

/** Another server has taken the run over, after this one was silent for too long; it must leave it alone. */
public class NotOurRunException extends CrmException {

    private static final long serialVersionUID = 1L;

    public NotOurRunException(long id) {
        super("NOT_OUR_RUN", Long.toString(id));
    }

    /** @param stillOwner whether the statement that ends a step, fenced by the run's owner, found its row */
    public static void unless(boolean stillOwner, long id) {
        if (!stillOwner) {
            throw new NotOurRunException(id);
        }
    }
}
