package vn.sencrm.common;

/** Thrown for a record that does not exist or that the caller may not see: the answer is the same for both. */
public class NotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String entity, Object id) {
        super("NOT_FOUND", entity, id);
    }
}
