package vn.sencrm.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a file row by row; what is written does not stay in memory. */
interface ExportWriter extends Closeable {

    static ExportWriter of(ExportFormat format, OutputStream out) throws IOException {
        return format == ExportFormat.XLSX ? new XlsxWriter(out) : new CsvFileWriter(out);
    }

    /** Writes the next row, the header first. Cells without text are null. */
    void row(String[] cells) throws IOException;
}
