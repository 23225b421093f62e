package vn.sencrm.job;

import vn.sencrm.common.CrmException;

/** Another server has taken the run over, after this one was silent for too long; it must leave it alone. */
public class NotOurRunException extends CrmException {

    private static final long serialVersionUID = 1L;

    NotOurRunException(long id) {
        super("NOT_OUR_RUN", Long.toString(id));
    }
}
