package vn.sencrm.bulk;

import vn.sencrm.common.CrmException;

/** Thrown when a bulk action cannot be done as asked, as a whole: nothing was changed. */
public class BulkRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    public BulkRefusedException(String code, Object... arguments) {
        super(code, arguments);
    }
}
