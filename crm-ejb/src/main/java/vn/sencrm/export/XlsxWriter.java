package vn.sencrm.export;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook whose every cell is text: phones keep their zeros, and what looks like a formula stays what it is. A sheet
 * holds 1,048,576 rows; what is more goes on in a further one, under the same header.
 */
final class XlsxWriter implements ExportWriter {

    static final int MAX_ROWS = 1_048_576;

    private static final int FLUSH_ROWS = 500;
    private static final String NAME = "Data";

    /** Of every column, in characters: wide enough for most names and addresses. */
    private static final int WIDTH = 22;

    private final int maxRows;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int rows;
    private String[] header;

    XlsxWriter(OutputStream out) {
        this(out, MAX_ROWS);
    }

    XlsxWriter(OutputStream out, int maxRows) {
        this.maxRows = maxRows;
        this.workbook = new Workbook(out, "Sen CRM", "1.0");
    }

    @Override
    public void row(String[] cells) throws IOException {
        if (header == null) {
            header = cells;
        }
        if (sheet == null || rows == maxRows) {
            nextSheet();
            if (cells != header) {
                write(header);
            }
        }
        write(cells);
    }

    private void nextSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        rows = 0;
        sheet = workbook.newWorksheet(sheets == 1 ? NAME : NAME + " " + sheets);
        sheet.freezePane(0, 1);
        for (int column = 0; column < header.length; column++) {
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
    }

    private void write(String[] cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] != null && !cells[column].isEmpty()) {
                sheet.inlineString(rows, column, cells[column]);
            }
        }
        rows++;
        if (rows % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        workbook.finish();
    }
}
