package vn.sencrm.importing;

import vn.sencrm.common.CrmException;

/** Thrown at the end of a step when another server has taken the run; the step is rolled back. */
class OwnershipLostException extends CrmException {

    private static final long serialVersionUID = 1L;

    OwnershipLostException(long run) {
        super("IMPORT_TAKEN_OVER", run);
    }
}
