package vn.sencrm.importing.sheet;

import java.io.Closeable;
import java.util.List;

/** The rows of a table from top to bottom. Rows without any text are passed over and not counted. */
public interface SheetReader extends Closeable {

    /** More columns than this are refused: no list of customers is so wide. */
    int MAX_COLUMNS = 300;

    /** A longer cell is cut by no one: Excel itself holds 32,767 characters. */
    int MAX_CELL = 32_767;

    /** The titles of the columns, trimmed; empty text for a column without one. */
    List<String> header();

    /**
     * The next row with any text, null after the last.
     *
     * @throws UnreadableFileException when the file turns out to be broken or hostile
     */
    SheetRow next();
}
