package vn.sencrm.identity.user;

import vn.sencrm.common.CrmException;

/** Nobody locks themselves out. */
public class SelfDeactivationException extends CrmException {

    private static final long serialVersionUID = 1L;

    SelfDeactivationException() {
        super("SELF_DEACTIVATION");
    }
}
