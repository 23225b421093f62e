package vn.sencrm.importing.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sencrm.common.FormulaCell;

/**
 * A CSV file in UTF-8, UTF-16 or Windows-1258, with or without a byte order mark, its columns separated by comma,
 * semicolon or tab: whichever most of the first lines have, and have most of.
 */
final class CsvReader implements RowSource {

    private static final int PROBE = 1 << 16;
    private static final int PROBE_LINES = 10;
    private static final int MAX_RECORD = 4 << 20;
    private static final char[] RIVALS = {';', '\t', '|'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final de.siegmar.fastcsv.reader.CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final LegacyCells legacy;
    private int rowNumber;
    private boolean complete;

    /**
     * @param known the separator, null to find it out
     * @param said what its user says of text from before Unicode, null for nothing
     */
    CsvReader(Path file, Charset encoding, Character known, LegacyText said) throws IOException {
        legacy = new LegacyCells(said, false);
        BufferedReader reader = new BufferedReader(TextEncoding.strict(file, encoding), PROBE);
        try {
            char found = separator(reader);
            char separator = known == null ? found : known;
            csv = de.siegmar.fastcsv.reader.CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .maxBufferSize(MAX_RECORD)
                    .ofCsvRecord(new EndMarked(reader));
            records = csv.iterator();
        } catch (CharacterCodingException e) {
            reader.close();
            throw new UnreadableFileException(e, UnreadableFileException.ENCODING);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Looks at the first lines, passes over a byte order mark, and leaves the reader before them. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(PROBE);
        int first = reader.read();
        if (first != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(PROBE);
        List<int[]> lines = new ArrayList<>();
        int[] counts = new int[128];
        boolean quoted = false;
        boolean text = false;
        for (int i = 0; i < PROBE - 1 && lines.size() < PROBE_LINES; i++) {
            int c = reader.read();
            if (c < 0) {
                break;
            }
            if (c == 0) {
                throw new UnreadableFileException(UnreadableFileException.ENCODING);
            }
            quoted ^= c == '"';
            if (c == '\n' && !quoted && text) {
                lines.add(counts);
                counts = new int[128];
                text = false;
            }
            text |= c > ' ';
            if (!quoted && c < counts.length) {
                counts[c]++;
            }
        }
        if (text) {
            lines.add(counts);
        }
        reader.reset();
        return separator(lines);
    }

    /** What most lines have counts; where they have nothing in common, the first line does. */
    private static char separator(List<int[]> lines) {
        char best = ',';
        for (char candidate : RIVALS) {
            best = inMost(lines, candidate) > inMost(lines, best) ? candidate : best;
        }
        if (!lines.isEmpty() && inMost(lines, best) == 0) {
            for (char candidate : RIVALS) {
                best = lines.get(0)[candidate] > lines.get(0)[best] ? candidate : best;
            }
        }
        return best;
    }

    /** How often a sign stands in each of more than half of the lines. */
    private static int inMost(List<int[]> lines, char sign) {
        return lines.stream()
                .map(counts -> counts[sign])
                .sorted(Comparator.reverseOrder())
                .skip(lines.size() / 2)
                .findFirst()
                .orElse(0);
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public SheetRow next(int columns) {
        try {
            while (records.hasNext()) {
                CsvRecord csvRecord = records.next();
                if (EndMarked.isMark(csvRecord) && !records.hasNext()) {
                    complete = true;
                    return null;
                }
                rowNumber++;
                String[] cells = new String[columns];
                boolean text = false;
                for (int i = 0; i < csvRecord.getFieldCount() && i < columns; i++) {
                    cells[i] = legacy.read(cell(csvRecord.getField(i)), null);
                    text |= cells[i] != null;
                }
                if (text) {
                    return new SheetRow(rowNumber, cells);
                }
            }
            if (!complete) {
                throw new UnreadableFileException(UnreadableFileException.BAD_CSV);
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
        // No database keeps that sign.
        String cell = FormulaCell.read(field.indexOf('\0') < 0 ? field : field.replace('\0', ' '));
        // Windows-1258 writes marks beside their letters.
        String composed = Normalizer.isNormalized(cell, Normalizer.Form.NFC)
                ? cell
                : Normalizer.normalize(cell, Normalizer.Form.NFC);
        return composed.length() > SheetReader.MAX_CELL ? composed.substring(0, SheetReader.MAX_CELL) : composed;
    }

    private static UnreadableFileException broken(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableFileException(e, UnreadableFileException.ENCODING);
            }
        }
        return new UnreadableFileException(e, UnreadableFileException.BAD_CSV);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** A text with a last row of our own: a quotation mark that is never closed swallows that too. */
    private static final class EndMarked extends FilterReader {

        private static final String MARK = "\uFFFF";

        private Reader end;

        EndMarked(Reader in) {
            super(in);
        }

        static boolean isMark(CsvRecord row) {
            return row.getFieldCount() == 1 && MARK.equals(row.getField(0));
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = end == null ? super.read(buffer, offset, length) : -1;
            if (n < 0 && end == null) {
                end = new StringReader("\n" + MARK);
            }
            return n < 0 ? end.read(buffer, offset, length) : n;
        }
    }
}
