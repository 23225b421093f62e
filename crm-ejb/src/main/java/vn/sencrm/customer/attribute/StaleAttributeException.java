package vn.sencrm.customer.attribute;

import vn.sencrm.common.CrmException;

/** Somebody else changed the definition meanwhile; nothing was saved. */
public class StaleAttributeException extends CrmException {

    private static final long serialVersionUID = 1L;

    StaleAttributeException() {
        super("STALE_DEFINITION");
    }
}
