package vn.sencrm.customer.list;

import vn.sencrm.common.CrmException;

/** Thrown when a saved filter was changed since it was read. */
public class StaleSavedFilterException extends CrmException {

    private static final long serialVersionUID = 1L;

    StaleSavedFilterException() {
        super("SAVED_FILTER_STALE");
    }
}
