package vn.sencrm.assignment;

import vn.sencrm.common.CrmException;

/** A user who owns customers was to be deactivated, and nobody named who takes them. */
public class OwnsCustomersException extends CrmException {

    private static final long serialVersionUID = 1L;

    OwnsCustomersException(String fullName, int customers) {
        super("OWNS_CUSTOMERS", fullName, customers);
    }
}
