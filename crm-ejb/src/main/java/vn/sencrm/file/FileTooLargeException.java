package vn.sencrm.file;

import vn.sencrm.common.CrmException;

/** Thrown while a file is taken in, as soon as it passes the limit. */
public class FileTooLargeException extends CrmException {

    private static final long serialVersionUID = 1L;

    public FileTooLargeException(long maxBytes) {
        super("TOO_LARGE", maxBytes >> 20);
    }
}
