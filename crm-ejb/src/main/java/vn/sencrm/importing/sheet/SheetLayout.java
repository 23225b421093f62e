package vn.sencrm.importing.sheet;

import java.io.Serializable;

/**
 * Where in a file the table stands, and how its text is written.
 *
 * @param sheet the sheet's name; null for the first visible one, and in files that have no sheets
 * @param headerRow the number of the row with the titles; null for the first row with text
 * @param text what the user says of text from before Unicode; null for nothing
 */
public record SheetLayout(String sheet, Integer headerRow, LegacyText text) implements Serializable {

    /** The first row of the first visible sheet. */
    public static final SheetLayout FIRST = new SheetLayout(null, null);

    public SheetLayout(String sheet, Integer headerRow) {
        this(sheet, headerRow, null);
    }

    SheetLayout inSheet(String name) {
        return new SheetLayout(name, headerRow, text);
    }

    SheetLayout below(int row) {
        return new SheetLayout(sheet, row, text);
    }

    /** The same, its text being what it is taken for. */
    public SheetLayout as(LegacyText kind) {
        return new SheetLayout(sheet, headerRow, kind);
    }
}
