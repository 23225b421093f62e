package vn.sencrm.identity.role;

import vn.sencrm.common.CrmException;

/** A role that users hold was to be deleted. */
public class RoleInUseException extends CrmException {

    private static final long serialVersionUID = 1L;

    RoleInUseException(int users) {
        super("ROLE_IN_USE", users);
    }
}
