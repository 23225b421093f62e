package vn.sencrm.importing.sheet;

import java.io.Closeable;
import java.util.List;
import java.util.Set;

/** The rows of a sheet from top to bottom, whatever they mean. */
interface RowSource extends Closeable {

    /** The widest that a row is looked at: one more column than a table may have, in which all further text counts. */
    int WIDEST = SheetReader.MAX_COLUMNS + 1;

    /** The names of the visible sheets of the file, empty for a file without sheets. */
    List<String> sheets();

    /** Of which kinds the file has fonts for text from before Unicode. */
    default Set<LegacyText> fonts() {
        return Set.of();
    }

    /**
     * The next row with text in its first columns, null after the last.
     *
     * @throws UnreadableFileException when the file turns out to be broken or hostile
     */
    SheetRow next(int columns);
}
