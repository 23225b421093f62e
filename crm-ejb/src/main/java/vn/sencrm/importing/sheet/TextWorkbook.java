package vn.sencrm.importing.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook of one sheet row by row, streaming. Every cell is text: phones keep their zeros, and what looks
 * like a formula stays what it is.
 */
public final class TextWorkbook implements Closeable {

    private static final int FLUSH_ROWS = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    public TextWorkbook(OutputStream out) {
        workbook = new Workbook(out, "Sen CRM", "1.0");
        sheet = workbook.newWorksheet("Data");
        sheet.freezePane(0, 1);
    }

    /** Writes the next row; the first is the header. */
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (cell != null && !cell.isEmpty()) {
                sheet.inlineString(rows, column, cell);
                if (rows == 0) {
                    sheet.style(0, column).bold().set();
                }
            }
        }
        rows++;
        if (rows % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
