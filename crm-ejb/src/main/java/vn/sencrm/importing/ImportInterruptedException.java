package vn.sencrm.importing;

import vn.sencrm.common.CrmException;

/** Thrown when a step broke; the run keeps its position and is taken up again. */
public class ImportInterruptedException extends CrmException {

    private static final long serialVersionUID = 1L;

    ImportInterruptedException(Exception cause, long run) {
        super(cause, "IMPORT_INTERRUPTED", run);
    }
}
