package vn.sencrm.importing.sheet;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A visible sheet of an .xlsx or .xlsm workbook, straight from its XML. A number comes as its full digits
 * (a phone of 912345678 never as 9.12E+08), a date as 1990-03-05, a formula as its last result, an error as #N/A.
 */
final class XlsxReader implements RowSource {

    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_ROW = 1_048_576;
    private static final String PACKAGE = "";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHARED_STRINGS = "sharedStrings";

    private final XlsxPackage parts;
    private final XlsxStyles styles;
    private final SharedStrings strings;
    private final LegacyCells legacy;
    private final XMLStreamReader sheet;
    /** Where the visible sheets stand, by their names. */
    private final Map<String, String> sheets = new LinkedHashMap<>();

    private final StringBuilder text = new StringBuilder();

    private boolean from1904;
    private String[] cells;
    private boolean isEmpty;
    private int rowNumber;

    XlsxReader(Path file, SheetLayout layout) {
        parts = new XlsxPackage(file);
        try {
            String workbook = parts.relations(PACKAGE).getOrDefault("officeDocument", WORKBOOK);
            Map<String, String> paths = parts.relations(workbook);
            readWorkbook(workbook, paths);
            String path = path(layout.sheet());
            styles = paths.containsKey("styles") ? new XlsxStyles(parts.read(paths.get("styles"))) : new XlsxStyles();
            strings = parts.has(paths.get(SHARED_STRINGS))
                    ? new SharedStrings(parts.read(paths.get(SHARED_STRINGS)))
                    : null;
            legacy = new LegacyCells(layout.text(), !styles.legacyFonts().isEmpty());
            sheet = parts.read(path);
        } catch (XMLStreamException | UncheckedStreamException e) {
            parts.close();
            throw broken(e);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static UnreadableFileException broken(Exception e) {
        return e.getCause() instanceof UnreadableFileException refused
                ? refused
                : new UnreadableFileException(e, UnreadableFileException.NOT_A_WORKBOOK);
    }

    // ---- the workbook's parts

    /** Notes the visible sheets of cells: others are charts, or lead nowhere. */
    private void readWorkbook(String part, Map<String, String> paths) throws XMLStreamException {
        XMLStreamReader xml = parts.read(part);
        while (xml.hasNext()) {
            int event = next(xml);
            if (event == START_ELEMENT && "workbookPr".equals(xml.getLocalName())) {
                // Extensions have an element of that name too.
                from1904 |= isTrue(xml.getAttributeValue(null, "date1904"));
            } else if (event == START_ELEMENT && "sheet".equals(xml.getLocalName())) {
                String state = xml.getAttributeValue(null, "state");
                String path = paths.get(attribute(xml, "id"));
                if (path != null && !"hidden".equals(state) && !"veryHidden".equals(state)) {
                    String name = xml.getAttributeValue(null, "name");
                    sheets.putIfAbsent(name == null ? "" : name, path);
                }
            }
        }
        xml.close();
    }

    private static boolean isTrue(CharSequence value) {
        return value != null && ("1".contentEquals(value) || "true".contentEquals(value));
    }

    private String path(String name) {
        if (name != null && !sheets.containsKey(name)) {
            throw new UnreadableFileException(UnreadableFileException.NO_SHEET);
        }
        return name != null
                ? sheets.get(name)
                : sheets.values().stream()
                        .findFirst()
                        .orElseThrow(() -> new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK));
    }

    /** The attribute of that local name in any namespace but the element's plain ones ({@code r:id}). */
    private static String attribute(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (localName.equals(xml.getAttributeLocalName(i))
                    && xml.getAttributeNamespace(i) != null
                    && !xml.getAttributeNamespace(i).isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    // ---- rows

    @Override
    public List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    @Override
    public Set<LegacyText> fonts() {
        return styles.legacyFonts();
    }

    @Override
    public SheetRow next(int columns) {
        try {
            while (readRow(columns)) {
                if (!isEmpty) {
                    return new SheetRow(rowNumber, cells);
                }
            }
            return null;
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw broken(e);
        }
    }

    /** Reads the next row into {@link #cells}; false after the last. */
    private boolean readRow(int columns) throws XMLStreamException {
        while (sheet.hasNext()) {
            int event = next(sheet);
            if (event == START_ELEMENT && "row".equals(sheet.getLocalName())) {
                readCells(columns);
                return true;
            }
            if (event == END_ELEMENT && "sheetData".equals(sheet.getLocalName())) {
                return false;
            }
        }
        return false;
    }

    private void readCells(int columns) throws XMLStreamException {
        String r = sheet.getAttributeValue(null, "r");
        // Rows rise, whatever the file says: their numbers tell them apart.
        rowNumber = Math.max(rowNumber + 1, r == null ? 0 : number(r));
        if (rowNumber > LAST_ROW) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        cells = new String[columns];
        isEmpty = true;
        int column = -1;
        while (true) {
            int event = next(sheet);
            if (event == END_ELEMENT && "row".equals(sheet.getLocalName())) {
                return;
            }
            if (event == START_ELEMENT && "c".equals(sheet.getLocalName())) {
                String reference = sheet.getAttributeValue(null, "r");
                column = reference == null ? column + 1 : column(reference);
                put(Math.min(column, WIDEST - 1), readCell());
            }
        }
    }

    private void put(int column, String value) {
        if (column < cells.length && value != null && !value.isBlank()) {
            cells[column] = value;
            isEmpty = false;
        }
    }

    private String readCell() throws XMLStreamException {
        String type = sheet.getAttributeValue(null, "t");
        String style = sheet.getAttributeValue(null, "s");
        String value = null;
        while (true) {
            int event = next(sheet);
            if (event == END_ELEMENT && "c".equals(sheet.getLocalName())) {
                return legacy.isAsked() ? legacy.read(value, styles.font(style)) : value;
            }
            if (event == START_ELEMENT) {
                String element = sheet.getLocalName();
                if ("v".equals(element)) {
                    XlsxText.read(sheet, "v", text);
                    value = valueOf(type, style);
                } else if ("is".equals(element)) {
                    XlsxText.readRich(sheet, "is", text);
                    value = text.toString();
                }
            }
        }
    }

    private String valueOf(String type, String style) throws XMLStreamException {
        if (text.length() == 0) {
            return null;
        }
        if ("s".equals(type)) {
            return sharedText(number(text));
        }
        if (type == null || "n".equals(type)) {
            return styles.isDate(style)
                    ? CellNumbers.date(text.toString(), from1904)
                    : CellNumbers.digits(text.toString());
        }
        if ("b".equals(type)) {
            return Boolean.toString(isTrue(text));
        }
        return text.toString();
    }

    /** A workbook whose texts are missing would be read with holes. */
    private String sharedText(int number) throws XMLStreamException {
        if (strings == null) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        return strings.get(number);
    }

    /** A number of at most nine digits; anything else ends the reading. */
    static int number(CharSequence digits) {
        int n = 0;
        int length = digits.length();
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || length > 9) {
                throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
            }
            n = n * 10 + digit;
        }
        return n;
    }

    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            int letter = reference.charAt(i) - 'A';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = column * 26 + letter + 1;
            if (column > LAST_COLUMN) {
                throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
            }
        }
        return Math.max(column - 1, 0);
    }

    // ---- XML

    /** The next event; a DTD or an entity of one ends the reading. */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == DTD || event == ENTITY_REFERENCE) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        try {
            if (strings != null) {
                strings.close();
            }
            sheet.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            parts.close();
        }
    }
}
