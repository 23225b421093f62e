package vn.sencrm.importing;

import vn.sencrm.common.CrmException;

/** Thrown when a run cannot be done as asked: a mapping that does not fit, a state that does not allow it. */
public class ImportRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    public ImportRefusedException(String code, Object... arguments) {
        super(code, arguments);
    }
}
