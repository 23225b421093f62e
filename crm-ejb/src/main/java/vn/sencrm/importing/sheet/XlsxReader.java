package vn.sencrm.importing.sheet;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first visible sheet of an .xlsx or .xlsm workbook, straight from its XML. A number comes as its full digits
 * (a phone of 912345678 never as 9.12E+08), a date as 1990-03-05, a formula as its last result, an error as #N/A.
 */
final class XlsxReader implements SheetReader {

    private static final int LAST_COLUMN = 16_384;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHEET = "sheet";

    private final XlsxPackage parts;
    private final XlsxStyles styles;
    private final SharedStrings strings;
    private final XMLStreamReader sheet;
    private final List<String> header;
    private final StringBuilder text = new StringBuilder();

    private boolean from1904;
    private String[] cells = new String[MAX_COLUMNS];
    private int width;
    private int rowNumber;

    XlsxReader(Path file) {
        parts = new XlsxPackage(file);
        try {
            Map<String, String> paths = relations();
            String path = firstSheet(paths);
            styles = paths.containsKey("styles") ? new XlsxStyles(parts.read(paths.get("styles"))) : new XlsxStyles();
            strings = paths.containsKey("sharedStrings")
                    ? new SharedStrings(parts.read(paths.get("sharedStrings")))
                    : null;
            sheet = parts.read(path);
            header = readHeader();
        } catch (XMLStreamException e) {
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

    private String firstSheet(Map<String, String> paths) throws XMLStreamException {
        String relation = null;
        XMLStreamReader xml = parts.read(WORKBOOK);
        while (xml.hasNext()) {
            int event = next(xml);
            if (event == START_ELEMENT && "workbookPr".equals(xml.getLocalName())) {
                String value = xml.getAttributeValue(null, "date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (event == START_ELEMENT && SHEET.equals(xml.getLocalName()) && relation == null) {
                String state = xml.getAttributeValue(null, "state");
                relation = state == null || "visible".equals(state) ? attribute(xml, "id") : null;
            }
        }
        xml.close();
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

    private List<String> readHeader() throws XMLStreamException {
        while (readRow()) {
            if (width > 0) {
                List<String> titles = new ArrayList<>(width);
                for (int i = 0; i < width; i++) {
                    titles.add(cells[i] == null ? "" : cells[i].strip());
                }
                return List.copyOf(titles);
            }
        }
        throw new UnreadableFileException(UnreadableFileException.NO_HEADER);
    }

    // ---- rows

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public SheetRow next() {
        try {
            while (readRow()) {
                if (width > 0) {
                    return new SheetRow(rowNumber, Arrays.copyOf(cells, header.size()));
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Reads the next row into {@link #cells}; {@link #width} is the last column with text, 0 for an empty row. */
    private boolean readRow() throws XMLStreamException {
        while (sheet.hasNext()) {
            int event = next(sheet);
            if (event == START_ELEMENT && "row".equals(sheet.getLocalName())) {
                readCells();
                return true;
            }
            if (event == END_ELEMENT && "sheetData".equals(sheet.getLocalName())) {
                return false;
            }
        }
        return false;
    }

    private void readCells() throws XMLStreamException {
        String r = sheet.getAttributeValue(null, "r");
        rowNumber = r == null ? rowNumber + 1 : number(r);
        Arrays.fill(cells, null);
        width = 0;
        int column = -1;
        while (true) {
            int event = next(sheet);
            if (event == END_ELEMENT && "row".equals(sheet.getLocalName())) {
                return;
            }
            if (event == START_ELEMENT && "c".equals(sheet.getLocalName())) {
                String reference = sheet.getAttributeValue(null, "r");
                column = reference == null ? column + 1 : column(reference);
                put(column, readCell());
            }
        }
    }

    private void put(int column, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (column >= MAX_COLUMNS) {
            if (header == null) {
                throw new UnreadableFileException(UnreadableFileException.TOO_MANY_COLUMNS, MAX_COLUMNS);
            }
            return;
        }
        cells[column] = value;
        if (header == null || column < header.size()) {
            width = Math.max(width, column + 1);
        }
    }

    private String readCell() throws XMLStreamException {
        String type = sheet.getAttributeValue(null, "t");
        String style = sheet.getAttributeValue(null, "s");
        String value = null;
        while (true) {
            int event = next(sheet);
            if (event == END_ELEMENT && "c".equals(sheet.getLocalName())) {
                return value;
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
        int room = MAX_CELL - out.length();
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
