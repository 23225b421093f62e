package vn.sencrm.job;

import vn.sencrm.common.CrmException;

/** Thrown when a step broke; the run keeps its position and is taken up again. */
public class RunInterruptedException extends CrmException {

    private static final long serialVersionUID = 1L;

    RunInterruptedException(Exception cause, long run) {
        super(cause, "RUN_INTERRUPTED", run);
    }
}
