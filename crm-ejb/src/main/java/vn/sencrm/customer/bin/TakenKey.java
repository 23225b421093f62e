package vn.sencrm.customer.bin;

import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.IdentityKey;

/**
 * A key of a deleted customer that another one has now.
 *
 * @param visible whether the caller may see the other one; if not, only its owner is told
 */
record TakenKey(IdentityKey.Kind kind, String key, String code, String name, String owner, boolean visible) {

    /** The field that holds it. */
    CustomerField field() {
        return kind == IdentityKey.Kind.TAX ? CustomerField.TAX_CODE : CustomerField.CITIZEN_ID;
    }
}
