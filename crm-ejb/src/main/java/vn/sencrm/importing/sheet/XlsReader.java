package vn.sencrm.importing.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.MissingRecordAwareHSSFListener;
import org.apache.poi.hssf.eventusermodel.dummyrecord.LastCellOfRowDummyRecord;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;

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
        Path csv = Files.createTempFile("sen-crm-sheet", ".csv");
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
            Sheet sheet = new Sheet(layout, writer);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(sheet.formats);
            new HSSFEventFactory().processEvents(request, workbook);
            if (sheet.wanted() < 0) {
                throw new UnreadableFileException(UnreadableFileException.NO_SHEET);
            }
            return sheet;
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFileException(e, UnreadableFileException.ENCRYPTED);
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableFileException(broken, UnreadableFileException.NOT_A_WORKBOOK);
        }
    }

    /** The cells of the sheet of that name or the first visible one, row by row. */
    private static final class Sheet implements HSSFListener {

        private final FormatTrackingHSSFListener formats =
                new FormatTrackingHSSFListener(new MissingRecordAwareHSSFListener(this));
        private static final int NONE = -2;

        private final String name;
        private final LegacyText said;
        private final List<String> fonts = new ArrayList<>();
        private final List<Integer> fontOfStyle = new ArrayList<>();
        private LegacyCells legacy;
        private final CsvWriter writer;
        private final List<BoundSheetRecord> sheets = new ArrayList<>();
        private final List<String> row = new ArrayList<>();
        private SSTRecord strings;
        private boolean from1904;
        private int sheet = -1;
        private int rows;
        private CellValueRecordInterface textFormula;

        Sheet(SheetLayout layout, CsvWriter writer) {
            this.name = layout.sheet();
            this.said = layout.text();
            this.writer = writer;
        }

        @Override
        public void processRecord(Record record) {
            if (record instanceof BoundSheetRecord bound) {
                sheets.add(bound);
            } else if (record instanceof BOFRecord begin && begin.getType() == BOFRecord.TYPE_WORKSHEET) {
                sheet++;
            } else if (record instanceof DateWindow1904Record window) {
                from1904 = window.getWindowing() == 1;
            } else if (record instanceof FontRecord font) {
                fonts.add(font.getFontName());
            } else if (record instanceof ExtendedFormatRecord style) {
                fontOfStyle.add((int) style.getFontIndex());
            } else if (record instanceof SSTRecord table) {
                strings = table;
            } else if (sheet == wanted()) {
                cell(record);
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

        /** The font of a cell; the format knows none of number 4. */
        private String font(CellValueRecordInterface cell) {
            int style = cell.getXFIndex();
            int number = style < fontOfStyle.size() ? fontOfStyle.get(style) : -1;
            int index = number > 4 ? number - 1 : number;
            return index < 0 || index >= fonts.size() ? null : fonts.get(index);
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
            if (record instanceof LastCellOfRowDummyRecord last) {
                endRow(last.getRow());
            } else if (record instanceof LabelSSTRecord label) {
                put(
                        label,
                        strings == null
                                ? ""
                                : strings.getString(label.getSSTIndex()).getString());
            } else if (record instanceof LabelRecord label) {
                put(label, label.getValue());
            } else if (record instanceof NumberRecord number) {
                put(number, number(number, number.getValue()));
            } else if (record instanceof BoolErrRecord bool) {
                put(bool, bool.isBoolean() ? Boolean.toString(bool.getBooleanValue()) : "");
            } else if (record instanceof FormulaRecord formula) {
                formula(formula);
            } else if (record instanceof StringRecord text && textFormula != null) {
                put(textFormula, text.getString());
                textFormula = null;
            }
        }

        /** A formula counts by its value; a text follows in a record of its own. */
        private void formula(FormulaRecord formula) {
            if (formula.hasCachedResultString()) {
                textFormula = formula;
            } else if (!Double.isNaN(formula.getValue())) {
                put(formula, number(formula, formula.getValue()));
            }
        }

        private String number(CellValueRecordInterface cell, double value) {
            String raw = Double.toString(value);
            boolean isDate = DateUtil.isADateFormat(formats.getFormatIndex(cell), formats.getFormatString(cell));
            return isDate ? CellNumbers.date(raw, from1904) : CellNumbers.digits(raw);
        }

        private void put(CellValueRecordInterface cell, String value) {
            int column = cell.getColumn();
            if (column > SheetReader.MAX_COLUMNS) {
                throw new UnreadableFileException(UnreadableFileException.TOO_MANY_COLUMNS, SheetReader.MAX_COLUMNS);
            }
            while (row.size() <= column) {
                row.add("");
            }
            if (legacy == null) {
                legacy = new LegacyCells(said, !legacyFonts().isEmpty());
            }
            row.set(column, legacy.read(value, font(cell)));
        }

        /** Rows that are not there keep their numbers. */
        private void endRow(int number) {
            for (; rows < number; rows++) {
                writer.writeRecord("");
            }
            writer.writeRecord(row.isEmpty() ? List.of("") : row);
            rows++;
            row.clear();
        }
    }
}
