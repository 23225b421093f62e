package vn.sencrm.importing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.SheetRow;

/** The rows of a file with what a user typed instead of some cells; a row that was emptied is passed over like any other. */
final class CorrectedRows implements SheetReader {

    private final SheetReader rows;
    private final Map<Integer, Map<Integer, String>> corrections;

    /** @param corrections texts by column (from 0) by row number; an empty one empties the cell */
    CorrectedRows(SheetReader rows, Map<Integer, Map<Integer, String>> corrections) {
        this.rows = rows;
        this.corrections = corrections;
    }

    @Override
    public List<String> header() {
        return rows.header();
    }

    @Override
    public SheetRow next() {
        SheetRow row = rows.next();
        while (row != null && corrections.containsKey(row.number())) {
            correct(row.cells(), corrections.get(row.number()));
            if (Arrays.stream(row.cells()).anyMatch(Objects::nonNull)) {
                return row;
            }
            row = rows.next();
        }
        return row;
    }

    private static void correct(String[] cells, Map<Integer, String> texts) {
        texts.forEach((column, text) -> {
            if (column < cells.length) {
                cells[column] = text.isBlank() ? null : text;
            }
        });
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
