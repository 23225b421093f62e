package vn.sencrm.export;

import vn.sencrm.common.CrmException;

/** Thrown when an export cannot be made or fetched as asked. */
public class ExportRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    ExportRefusedException(String code, Object... arguments) {
        super(code, arguments);
    }
}
