package vn.sencrm.catalogue;

import vn.sencrm.common.CrmException;

/** Thrown instead of deleting what records refer to; it can be archived. */
public class EntryInUseException extends CrmException {

    private static final long serialVersionUID = 1L;

    public EntryInUseException(String name) {
        super("IN_USE", name);
    }
}
