package vn.sencrm.importing.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import vn.sencrm.common.TemporaryFiles;

/**
 * A workbook of Excel 97 to 2003. Such a file pushes its records, so the sheet is written to a temporary CSV file,
 * which is then read like any other and is gone when it is closed; 65,536 rows are the most it can hold.
 */
final class XlsReader {

    private static final char SEPARATOR = ',';

    private XlsReader() {}

    /**
     * @throws UnreadableFileException when it is encrypted or no workbook
     */
    static RowSource open(Path file, SheetLayout layout) throws IOException {
        Path csv = TemporaryFiles.create("sheet");
        try {
            Sheet sheet;
            try (CsvWriter writer =
                    CsvWriter.builder().fieldSeparator(SEPARATOR).build(csv)) {
                sheet = copy(file, layout, writer);
            }
            // Open files outlive their names: nothing is left behind, whatever happens.
            return new Rows(
                    new CsvReader(csv, StandardCharsets.UTF_8, SEPARATOR, null), sheet.names(), sheet.legacyFonts());
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private record Rows(CsvReader csv, List<String> sheets, Set<LegacyText> fonts) implements RowSource {

        @Override
        public SheetRow next(int columns) {
            return csv.next(columns);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    private static Sheet copy(Path file, SheetLayout layout, CsvWriter writer) {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true);
                InputStream workbook =
                        ole.createDocumentInputStream(HSSFWorkbook.getWorkbookDirEntryName(ole.getRoot()))) {
            Sheet sheet = new Sheet(layout, new RowBuffer(writer));
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(sheet);
            new HSSFEventFactory().processEvents(request, workbook);
            if (sheet.wanted() < 0) {
                throw new UnreadableFileException(UnreadableFileException.NO_SHEET);
            }
            sheet.rows.writeAll();
            return sheet;
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFileException(e, UnreadableFileException.ENCRYPTED);
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableFileException(broken, UnreadableFileException.NOT_A_WORKBOOK);
        }
    }

    /** Puts rows into their order and writes them: most programs write them in order, some nearly so. */
    private static final class RowBuffer {

        private static final int OPEN_ROWS = 4096;

        private final CsvWriter writer;
        private final NavigableMap<Integer, List<String>> open = new TreeMap<>();
        private int written;

        RowBuffer(CsvWriter writer) {
            this.writer = writer;
        }

        void put(int row, int column, String value) {
            if (row < written) {
                throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
            }
            List<String> cells = open.computeIfAbsent(row, none -> new ArrayList<>());
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, value);
            if (open.size() > OPEN_ROWS) {
                writeFirst();
            }
        }

        void writeAll() {
            while (!open.isEmpty()) {
                writeFirst();
            }
        }

        /** Rows that are not there keep their numbers. */
        private void writeFirst() {
            Map.Entry<Integer, List<String>> first = open.pollFirstEntry();
            for (; written < first.getKey(); written++) {
                writer.writeRecord("");
            }
            writer.writeRecord(first.getValue());
            written++;
        }
    }

    /** The cells of the sheet of that name or the first visible one. */
    private static final class Sheet implements HSSFListener {

        private static final int NONE = -2;

        private final String name;
        private final LegacyText said;
        private final RowBuffer rows;
        private final List<String> fonts = new ArrayList<>();
        private final Map<Integer, String> formats = new HashMap<>();
        private final List<ExtendedFormatRecord> styles = new ArrayList<>();
        private final Map<Short, Boolean> dates = new HashMap<>();
        private LegacyCells legacy;
        private final List<BoundSheetRecord> sheets = new ArrayList<>();
        private SSTRecord strings;
        private boolean from1904;
        private int sheet = -1;
        /** How many parts begun have not ended: charts stand inside sheets, with cells of their own. */
        private int depth;

        private boolean inCells;
        private CellValueRecordInterface textFormula;

        Sheet(SheetLayout layout, RowBuffer rows) {
            this.name = layout.sheet();
            this.said = layout.text();
            this.rows = rows;
        }

        @Override
        public void processRecord(Record record) {
            if (record instanceof BOFRecord begin) {
                begin(begin);
            } else if (record instanceof EOFRecord) {
                depth--;
            } else if (record instanceof BoundSheetRecord bound) {
                sheets.add(bound);
            } else if (record instanceof DateWindow1904Record window) {
                from1904 = window.getWindowing() == 1;
            } else if (record instanceof FontRecord font) {
                fonts.add(font.getFontName());
            } else if (record instanceof FormatRecord format) {
                formats.put(format.getIndexCode(), format.getFormatString());
            } else if (record instanceof ExtendedFormatRecord style) {
                styles.add(style);
            } else if (record instanceof SSTRecord table) {
                strings = table;
            } else if (inCells && depth == 1) {
                cell(record);
            }
        }

        private void begin(BOFRecord part) {
            depth++;
            if (depth == 1 && part.getType() != BOFRecord.TYPE_WORKBOOK) {
                sheet++;
                inCells = sheet == wanted() && part.getType() == BOFRecord.TYPE_WORKSHEET;
            }
        }

        private List<String> names() {
            return sheets.stream()
                    .filter(Sheet::isVisible)
                    .map(BoundSheetRecord::getSheetname)
                    .toList();
        }

        private Set<LegacyText> legacyFonts() {
            return fonts.stream()
                    .map(LegacyText::ofFont)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        private ExtendedFormatRecord style(int index) {
            return index < styles.size() ? styles.get(index) : null;
        }

        /** The font of a cell; the format knows none of number 4. */
        private String font(CellValueRecordInterface cell) {
            ExtendedFormatRecord style = style(cell.getXFIndex());
            int number = style == null ? -1 : style.getFontIndex();
            int index = number > 4 ? number - 1 : number;
            return index < 0 || index >= fonts.size() ? null : fonts.get(index);
        }

        private boolean isDate(int index) {
            ExtendedFormatRecord style = style(index);
            return style != null
                    && NumberFormats.isDate(style.getFormatIndex(), formats.get((int) style.getFormatIndex()));
        }

        private static boolean isVisible(BoundSheetRecord sheet) {
            return !sheet.isHidden() && !sheet.isVeryHidden();
        }

        private int wanted() {
            BoundSheetRecord[] inOrder = BoundSheetRecord.orderByBofPosition(sheets);
            for (int i = 0; i < inOrder.length; i++) {
                if (isVisible(inOrder[i])
                        && (name == null || inOrder[i].getSheetname().equals(name))) {
                    return i;
                }
            }
            return name == null ? 0 : NONE;
        }

        private void cell(Record record) {
            if (record instanceof LabelSSTRecord label) {
                put(
                        label,
                        strings == null
                                ? ""
                                : strings.getString(label.getSSTIndex()).getString());
            } else if (record instanceof LabelRecord label) {
                put(label, label.getValue());
            } else if (record instanceof NumberRecord number) {
                put(number, number(number, number.getValue()));
            } else if (record instanceof BoolErrRecord value) {
                put(
                        value,
                        value.isBoolean() ? Boolean.toString(value.getBooleanValue()) : error(value.getErrorValue()));
            } else if (record instanceof FormulaRecord formula) {
                formula(formula);
            } else if (record instanceof StringRecord text && textFormula != null) {
                put(textFormula, text.getString());
                textFormula = null;
            }
        }

        /** A formula counts by its value; a text follows in a record of its own. */
        private void formula(FormulaRecord formula) {
            switch (formula.getCachedResultTypeEnum()) {
                case STRING -> textFormula = formula;
                case BOOLEAN -> put(formula, Boolean.toString(formula.getCachedBooleanValue()));
                case ERROR -> put(formula, error(formula.getCachedErrorValue()));
                default -> put(formula, number(formula, formula.getValue()));
            }
        }

        private static String error(int code) {
            return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A";
        }

        private String number(CellValueRecordInterface cell, double value) {
            String raw = Double.toString(value);
            return dates.computeIfAbsent(cell.getXFIndex(), this::isDate)
                    ? CellNumbers.date(raw, from1904)
                    : CellNumbers.digits(raw);
        }

        private void put(CellValueRecordInterface cell, String value) {
            if (legacy == null) {
                legacy = new LegacyCells(said, !legacyFonts().isEmpty());
            }
            rows.put(cell.getRow(), cell.getColumn(), legacy.read(value, font(cell)));
        }
    }
}
