package vn.sencrm.customer.attribute;

import vn.sencrm.common.CrmException;

/** What was sent is no picture, or no film, of a format that is taken. */
public class UnreadableMediaException extends CrmException {

    private static final long serialVersionUID = 1L;

    UnreadableMediaException(AttributeType type) {
        super(code(type));
    }

    private static String code(AttributeType type) {
        return type == AttributeType.VIDEO ? "NOT_A_VIDEO" : "NOT_A_PHOTO";
    }
}
