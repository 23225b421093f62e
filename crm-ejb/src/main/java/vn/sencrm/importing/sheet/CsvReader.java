package vn.sencrm.importing.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import vn.sencrm.common.FormulaCell;

/**
 * A CSV file in UTF-8, UTF-16 or Windows-1258, with or without a byte order mark, its columns separated by comma,
 * semicolon or tab, whichever stands most often in the first line.
 */
final class CsvReader implements SheetReader {

    private static final int PROBE = 1 << 16;
    private static final int MAX_RECORD = 4 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final de.siegmar.fastcsv.reader.CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private int rowNumber;

    CsvReader(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(TextEncoding.strict(file, TextEncoding.of(file)), PROBE);
        try {
            char separator = separator(reader);
            csv = de.siegmar.fastcsv.reader.CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .maxBufferSize(MAX_RECORD)
                    .ofCsvRecord(reader);
            records = csv.iterator();
            header = readHeader();
        } catch (CharacterCodingException e) {
            reader.close();
            throw new UnreadableFileException(e, UnreadableFileException.ENCODING);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Looks at the first line that is not empty, passes over a byte order mark, and leaves the reader before it. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(PROBE);
        int first = reader.read();
        if (first != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(PROBE);
        int[] counts = new int[128];
        boolean quoted = false;
        boolean text = false;
        for (int i = 0; i < PROBE - 1; i++) {
            int c = reader.read();
            if (c < 0 || c == '\n' && !quoted && text) {
                break;
            }
            if (c == 0) {
                throw new UnreadableFileException(UnreadableFileException.ENCODING);
            }
            quoted ^= c == '"';
            text |= c > ' ';
            if (!quoted && c < counts.length) {
                counts[c]++;
            }
        }
        reader.reset();
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = counts[candidate] > counts[best] ? candidate : best;
        }
        return best;
    }

    private List<String> readHeader() {
        SheetRow row = read(MAX_COLUMNS + 1);
        if (row == null) {
            throw new UnreadableFileException(UnreadableFileException.NO_HEADER);
        }
        int width = row.cells().length;
        while (row.cells()[width - 1] == null) {
            width--;
        }
        if (width > MAX_COLUMNS) {
            throw new UnreadableFileException(UnreadableFileException.TOO_MANY_COLUMNS, MAX_COLUMNS);
        }
        return titles(row, width);
    }

    private static List<String> titles(SheetRow row, int width) {
        String[] titles = new String[width];
        for (int i = 0; i < width; i++) {
            titles[i] = row.cells()[i] == null ? "" : row.cells()[i].strip();
        }
        return List.of(titles);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public SheetRow next() {
        return read(header.size());
    }

    /** The next row with text in its first columns. */
    private SheetRow read(int columns) {
        try {
            while (records.hasNext()) {
                CsvRecord csvRecord = records.next();
                rowNumber++;
                String[] cells = new String[columns];
                boolean text = false;
                for (int i = 0; i < Math.min(columns, csvRecord.getFieldCount()); i++) {
                    cells[i] = cell(csvRecord.getField(i));
                    text |= cells[i] != null;
                }
                if (text) {
                    return new SheetRow(rowNumber, cells);
                }
            }
            return null;
        } catch (UncheckedIOException | CsvParseException e) {
            throw broken(e);
        }
    }

    private static String cell(String field) {
        if (field.isBlank()) {
            return null;
        }
        String cell = FormulaCell.read(field);
        // Windows-1258 writes marks beside their letters.
        String composed = Normalizer.isNormalized(cell, Normalizer.Form.NFC)
                ? cell
                : Normalizer.normalize(cell, Normalizer.Form.NFC);
        return composed.length() > MAX_CELL ? composed.substring(0, MAX_CELL) : composed;
    }

    private static UnreadableFileException broken(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableFileException(e, UnreadableFileException.ENCODING);
            }
        }
        return new UnreadableFileException(e, UnreadableFileException.NOT_A_WORKBOOK);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
