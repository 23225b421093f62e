package vn.sencrm.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import vn.sencrm.common.FormulaCell;

/**
 * Comma-separated text in UTF-8 with a byte order mark, by which Excel knows it. A cell that a spreadsheet would take for
 * a formula begins with an apostrophe, which an import takes off again.
 */
final class CsvFileWriter implements ExportWriter {

    private final CsvWriter csv;

    CsvFileWriter(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    @Override
    public void row(String[] cells) {
        String[] safe = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            safe[i] = FormulaCell.written(cells[i]);
        }
        csv.writeRecord(safe);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
