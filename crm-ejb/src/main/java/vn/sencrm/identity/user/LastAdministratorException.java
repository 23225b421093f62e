package vn.sencrm.identity.user;

import vn.sencrm.common.CrmException;

/** After the change nobody could keep users and roles any more. */
public class LastAdministratorException extends CrmException {

    private static final long serialVersionUID = 1L;

    public LastAdministratorException() {
        super("LAST_ADMINISTRATOR");
    }
}
