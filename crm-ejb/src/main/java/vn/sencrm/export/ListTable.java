package vn.sencrm.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A short list, read: its columns and rows. */
public record ListTable(ListRequest asked, List<ExportColumn> columns, List<String[]> rows) {

    public ListTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    void writeTo(OutputStream out) throws IOException {
        try (ExportWriter writer = ExportWriter.of(asked.format(), out)) {
            writer.row(columns.stream().map(ExportColumn::header).toArray(String[]::new));
            for (String[] row : rows) {
                writer.row(row);
            }
        }
    }
}
