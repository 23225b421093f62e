package vn.sencrm.importing.sheet;

import java.util.Set;
import vn.sencrm.common.CrmException;

/** Thrown for a file that is refused as a whole; its code is stable and told to the user. */
public class UnreadableFileException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Neither a workbook nor readable as one: a text file named .xlsx, a torn archive, XML with a DTD. */
    public static final String NOT_A_WORKBOOK = "NOT_A_WORKBOOK";
    /** A workbook protected by a password. */
    public static final String ENCRYPTED = "ENCRYPTED";
    /** Unpacks to more than any sheet needs. */
    public static final String ZIP_BOMB = "ZIP_BOMB";

    public static final String TOO_LARGE = "TOO_LARGE";
    public static final String TOO_MANY_COLUMNS = "TOO_MANY_COLUMNS";
    /** None of the visible sheets has that name. */
    public static final String NO_SHEET = "NO_SHEET";

    public static final String NO_HEADER = "NO_HEADER";
    public static final String NO_ROWS = "NO_ROWS";
    /** A file that begins like JSON and is not, or not an array of objects. */
    public static final String NOT_JSON = "NOT_JSON";
    /** A text file with a quotation mark that is not closed, or text behind one that is; or a row without end. */
    public static final String BAD_CSV = "BAD_CSV";
    /** A text file that is not UTF-8. */
    public static final String ENCODING = "ENCODING";

    /** What a sheet may be without the workbook being broken. */
    static final Set<String> EMPTY = Set.of(NO_HEADER, NO_ROWS);

    public UnreadableFileException(String code, Object... arguments) {
        super(code, arguments);
    }

    UnreadableFileException(Throwable cause, String code) {
        super(cause, code);
    }
}
