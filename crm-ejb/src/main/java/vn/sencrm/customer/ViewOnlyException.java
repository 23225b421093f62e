package vn.sencrm.customer;

import vn.sencrm.common.CrmException;

/** Thrown for a change of a customer that the caller may see but not change, as it was shared for viewing only. */
public class ViewOnlyException extends CrmException {

    private static final long serialVersionUID = 1L;

    public ViewOnlyException() {
        super("VIEW_ONLY");
    }
}
