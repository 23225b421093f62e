package vn.sencrm.customer.conversion;

import vn.sencrm.common.CrmException;

/** The customer has become a contact or an account already, perhaps a moment ago by somebody else. */
public class AlreadyConvertedException extends CrmException {

    private static final long serialVersionUID = 1L;

    AlreadyConvertedException(String code) {
        super("ALREADY_CONVERTED", code);
    }
}
