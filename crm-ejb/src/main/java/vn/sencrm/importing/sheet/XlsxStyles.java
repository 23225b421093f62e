package vn.sencrm.importing.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date. */
final class XlsxStyles {

    private final List<Boolean> dates = new ArrayList<>();

    /** A workbook without styles: no dates. */
    XlsxStyles() {}

    XlsxStyles(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> formats = new HashMap<>();
        boolean cellFormats = false;
        while (xml.hasNext()) {
            int event = XlsxReader.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                if ("numFmt".equals(element)) {
                    formats.put(xml.getAttributeValue(null, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
                } else if ("cellXfs".equals(element)) {
                    cellFormats = true;
                } else if (cellFormats && "xf".equals(element)) {
                    dates.add(isDate(xml.getAttributeValue(null, "numFmtId"), formats));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && "cellXfs".equals(xml.getLocalName())) {
                cellFormats = false;
            }
        }
        xml.close();
    }

    boolean isDate(String style) {
        if (style == null || dates.isEmpty()) {
            return false;
        }
        int index = XlsxReader.number(style);
        return index >= 0 && index < dates.size() && dates.get(index);
    }

    private static boolean isDate(String formatId, Map<String, String> formats) {
        String code = formats.get(formatId);
        if (code != null) {
            return isDateCode(code);
        }
        int id = XlsxReader.number(formatId == null ? "" : formatId);
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }

    /** A format is one of dates when d, m, y, h or s stand outside quotes, brackets and escapes. */
    private static boolean isDateCode(String code) {
        String letters =
                code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return !letters.contains("general") && letters.matches(".*[dmyhs].*") && !letters.matches(".*[0#?].*[e].*");
    }
}
