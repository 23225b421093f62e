package vn.sencrm.common;

/** Thrown for a cursor of another filter or sort, or one that we never gave out. */
public class CursorMismatchException extends CrmException {

    private static final long serialVersionUID = 1L;

    public static final String CODE = "CURSOR_MISMATCH";

    public CursorMismatchException() {
        super(CODE);
    }
}
