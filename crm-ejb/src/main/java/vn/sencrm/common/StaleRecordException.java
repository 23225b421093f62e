package vn.sencrm.common;

/** Thrown when a record was changed after the caller read it, and the change is not one of single fields. */
public class StaleRecordException extends CrmException {

    private static final long serialVersionUID = 1L;

    public StaleRecordException() {
        super("STALE");
    }
}
