package vn.sencrm.assignment;

import vn.sencrm.common.CrmException;

/** Customers were to be given to a user who is deactivated. */
public class UserInactiveException extends CrmException {

    private static final long serialVersionUID = 1L;

    UserInactiveException(String fullName) {
        super("USER_INACTIVE", fullName);
    }
}
