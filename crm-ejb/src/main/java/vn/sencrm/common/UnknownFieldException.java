package vn.sencrm.common;

/** A filter or sort names a field that the list does not have. */
public class UnknownFieldException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnknownFieldException(String field) {
        super("UNKNOWN_FIELD", field);
    }
}
