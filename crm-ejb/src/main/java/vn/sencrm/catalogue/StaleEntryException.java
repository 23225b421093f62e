package vn.sencrm.catalogue;

import vn.sencrm.common.CrmException;

/** Thrown when somebody else changed or deleted the entry since it was read. */
public class StaleEntryException extends CrmException {

    private static final long serialVersionUID = 1L;

    public StaleEntryException(String name) {
        super("STALE_ENTRY", name);
    }
}
