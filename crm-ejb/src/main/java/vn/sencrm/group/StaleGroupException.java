package vn.sencrm.group;

import vn.sencrm.common.CrmException;

/** Thrown when somebody changed the group since it was read. */
public class StaleGroupException extends CrmException {

    private static final long serialVersionUID = 1L;

    StaleGroupException() {
        super("STALE");
    }
}
