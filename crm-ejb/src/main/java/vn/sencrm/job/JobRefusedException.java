package vn.sencrm.job;

import vn.sencrm.common.CrmException;

/** A run could not be asked for, or not be stopped: it is under way, or has ended, already, or is for users to start. */
public class JobRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    JobRefusedException(String code, String name) {
        super(code, name);
    }
}
