package vn.sencrm.group;

import vn.sencrm.common.CrmException;

/** Thrown when single members are to be added to, or taken from, a group whose members a filter says. */
public class GroupDynamicException extends CrmException {

    private static final long serialVersionUID = 1L;

    GroupDynamicException(String name) {
        super("GROUP_DYNAMIC", name);
    }
}
