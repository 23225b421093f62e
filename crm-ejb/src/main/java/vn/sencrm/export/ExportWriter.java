package vn.sencrm.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes a file row by row; what is written does not stay in memory. */
interface ExportWriter extends Closeable {

    /** Writes the next row, the header first. Cells without text are null. */
    void row(String[] cells) throws IOException;
}
