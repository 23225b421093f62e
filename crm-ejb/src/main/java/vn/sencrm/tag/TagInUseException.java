package vn.sencrm.tag;

import vn.sencrm.common.CrmException;

/**
 * Thrown when a tag may not be changed so: TAG_SHARED, it is everybody's; TAG_MORE, more customers carry it than the
 * user was told; TAG_TOO_MANY, too many to take it off in one go.
 */
public class TagInUseException extends CrmException {

    private static final long serialVersionUID = 1L;

    TagInUseException(String code, String name, long customers) {
        super(code, name, customers);
    }
}
