package vn.sencrm.importing.sheet;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHEET = "sheet";

    private final XlsxPackage parts;
    private final XlsxStyles styles;
    private final SharedStrings strings;
    private final LegacyCells legacy;
    private final XMLStreamReader sheet;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private boolean from1904;
    private String[] cells;
    private boolean isEmpty;
    private int rowNumber;

    XlsxReader(Path file, SheetLayout layout) {
        parts = new XlsxPackage(file);
        try {
            Map<String, String> paths = relations();
            readWorkbook();
            String path = path(layout.sheet(), paths);
            styles = paths.containsKey("styles") ? new XlsxStyles(parts.read(paths.get("styles"))) : new XlsxStyles();
            strings = paths.containsKey("sharedStrings")
                    ? new SharedStrings(parts.read(paths.get("sharedStrings")))
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

    /** Notes the visible sheets by their names, with the relations that lead to them. */
    private void readWorkbook() throws XMLStreamException {
        XMLStreamReader xml = parts.read(WORKBOOK);
        while (xml.hasNext()) {
            int event = next(xml);
            if (event == START_ELEMENT && "workbookPr".equals(xml.getLocalName())) {
                String value = xml.getAttributeValue(null, "date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (event == START_ELEMENT && SHEET.equals(xml.getLocalName())) {
                String state = xml.getAttributeValue(null, "state");
                if (state == null || "visible".equals(state)) {
                    String name = xml.getAttributeValue(null, "name");
                    sheets.putIfAbsent(name == null ? "" : name, attribute(xml, "id"));
                }
            }
        }
        xml.close();
    }

    private String path(String name, Map<String, String> paths) {
        if (name != null && !sheets.containsKey(name)) {
            throw new UnreadableFileException(UnreadableFileException.NO_SHEET);
        }
        String relation =
                name == null && !sheets.isEmpty() ? sheets.values().iterator().next() : sheets.get(name);
        if (relation == null || !paths.containsKey(relation)) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        return paths.get(relation);
    }

    /** The workbook's parts by relation id, and those of which it has one ("styles", "sharedStrings") by type. */
    private Map<String, String> relations() throws XMLStreamException {
        Map<String, String> paths = new HashMap<>();
        XMLStreamReader xml = parts.read("xl/_rels/workbook.xml.rels");
        while (xml.hasNext()) {
            if (next(xml) == START_ELEMENT && "Relationship".equals(xml.getLocalName())) {
                String type = xml.getAttributeValue(null, "Type");
                String target = xml.getAttributeValue(null, "Target");
                if (type == null || target == null) {
                    continue;
                }
                String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                paths.put(xml.getAttributeValue(null, "Id"), path);
                paths.put(type.substring(type.lastIndexOf('/') + 1), path);
            }
        }
        xml.close();
        return paths;
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
                    readText(sheet, "v", text);
                    value = valueOf(type, style);
                } else if ("is".equals(element)) {
                    readRichText(sheet, "is", text);
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
            return strings == null ? null : strings.get(number(text));
        }
        if (type == null || "n".equals(type)) {
            return styles.isDate(style)
                    ? CellNumbers.date(text.toString(), from1904)
                    : CellNumbers.digits(text.toString());
        }
        if ("b".equals(type)) {
            return text.charAt(0) == '1' ? "true" : "false";
        }
        return text.toString();
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

    /** Collects the text of the element at which the reader stands, to its end; what exceeds a cell is dropped. */
    private static void readText(XMLStreamReader xml, String element, StringBuilder out) throws XMLStreamException {
        out.setLength(0);
        while (true) {
            int event = next(xml);
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                append(xml, out);
            } else if (event == END_ELEMENT && element.equals(xml.getLocalName())) {
                return;
            }
        }
    }

    /** Collects the {@code t} elements of a rich text, without its phonetic reading ({@code rPh}). */
    static void readRichText(XMLStreamReader xml, String element, StringBuilder out) throws XMLStreamException {
        out.setLength(0);
        boolean inText = false;
        boolean phonetic = false;
        while (true) {
            int event = next(xml);
            if (event == START_ELEMENT) {
                String name = xml.getLocalName();
                inText = "t".equals(name);
                phonetic |= "rPh".equals(name);
            } else if (event == END_ELEMENT) {
                String name = xml.getLocalName();
                if (element.equals(name)) {
                    return;
                }
                inText = false;
                phonetic &= !"rPh".equals(name);
            } else if (inText && !phonetic && (event == CHARACTERS || event == CDATA || event == SPACE)) {
                append(xml, out);
            }
        }
    }

    private static void append(XMLStreamReader xml, StringBuilder out) {
        int room = SheetReader.MAX_CELL - out.length();
        if (room > 0) {
            out.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(xml.getTextLength(), room));
        }
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
