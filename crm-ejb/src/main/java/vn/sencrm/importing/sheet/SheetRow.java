package vn.sencrm.importing.sheet;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * One row as text.
 *
 * @param number the row's number as a spreadsheet shows it, the header's being usually 1
 * @param cells one per column of the header, null where empty; the array is the receiver's own
 */
public record SheetRow(int number, String[] cells) implements Serializable {

    /** The cell's text, null when it is empty or the row is shorter. */
    public String cell(int column) {
        return column < cells.length ? cells[column] : null;
    }

    /** How many characters it has. */
    public int size() {
        return Arrays.stream(cells)
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .sum();
    }
}
