package vn.sencrm.customer.bin;

import vn.sencrm.common.CrmException;

/** A customer cannot come back as it was: meanwhile another one has its tax code or citizen id. */
public class KeyTakenException extends CrmException {

    private static final long serialVersionUID = 1L;

    private KeyTakenException(String code, String key, String whose) {
        super(code, key, whose);
    }

    static KeyTakenException of(TakenKey taken) {
        return taken.visible()
                ? new KeyTakenException("RESTORE_TAKEN", taken.key(), taken.name() + " (" + taken.code() + ")")
                : new KeyTakenException("RESTORE_TAKEN_UNSEEN", taken.key(), taken.owner());
    }
}
