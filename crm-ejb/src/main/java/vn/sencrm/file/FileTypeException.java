package vn.sencrm.file;

import vn.sencrm.common.CrmException;

/** A file of a kind that is not taken, or that is not what its name says. */
public class FileTypeException extends CrmException {

    private static final long serialVersionUID = 1L;

    FileTypeException(String name) {
        super("FILE_TYPE", name);
    }
}
