package vn.sencrm.customer.attribute;

import vn.sencrm.common.CrmException;

/** Customers have values, so the attribute can neither be deleted nor hold another type; it can be archived. */
public class AttributeInUseException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** @param code ATTRIBUTE_IN_USE or ATTRIBUTE_TYPE_IN_USE */
    AttributeInUseException(String code, long customers) {
        super(code, customers);
    }
}
