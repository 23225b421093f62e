package vn.sencrm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes rows into a table by COPY in its text format: the shortest way into PostgreSQL. */
final class CopyRows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final PGCopyOutputStream out;
    private final StringBuilder row = new StringBuilder(1 << 12);

    CopyRows(Connection connection, String tableAndColumns) throws SQLException {
        String sql = "copy " + tableAndColumns + " from stdin";
        this.out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER);
    }

    void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                row.append('\t');
            }
            append(values[i]);
        }
        row.append('\n');
        if (row.length() > BUFFER) {
            flush();
        }
    }

    private void append(Object value) {
        if (value == null) {
            row.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(text.charAt(i));
            }
        }
    }

    private void flush() {
        try {
            out.write(row.toString().getBytes(StandardCharsets.UTF_8));
            row.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        try {
            out.close();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
