package vn.sencrm.importing.sheet;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A table with its titles: in one row, or in two where some titles are headings over several columns. */
final class HeadedRows implements SheetReader {

    private final RowSource rows;
    private final List<String> header;
    /** The row below the titles, which was looked at already. */
    private SheetRow below;

    private UnreadableFileException broken;

    HeadedRows(RowSource rows, Integer headerRow) {
        this.rows = rows;
        SheetRow titles = rows.next(RowSource.WIDEST);
        while (titles != null && headerRow != null && titles.number() < headerRow) {
            titles = rows.next(RowSource.WIDEST);
        }
        if (titles == null) {
            throw new UnreadableFileException(UnreadableFileException.NO_HEADER);
        }
        below = peek();
        header = HeaderRows.titles(titles, below);
        if (HeaderRows.areOne(titles, below)) {
            below = null;
        }
        if (header.size() > MAX_COLUMNS) {
            throw new UnreadableFileException(UnreadableFileException.TOO_MANY_COLUMNS, MAX_COLUMNS);
        }
    }

    /** A file that is broken here has titles all the same. */
    private SheetRow peek() {
        try {
            return rows.next(RowSource.WIDEST);
        } catch (UnreadableFileException e) {
            broken = e;
            return null;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public SheetRow next() {
        if (broken != null) {
            throw broken;
        }
        SheetRow first = below;
        below = null;
        if (first != null) {
            String[] cells = Arrays.copyOf(first.cells(), header.size());
            if (Arrays.stream(cells).anyMatch(cell -> cell != null)) {
                return new SheetRow(first.number(), cells);
            }
        }
        return rows.next(header.size());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
