package vn.sencrm.importing.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date, and in which font they show text. */
final class XlsxStyles {

    private static final int MAX_STYLES = 100_000;

    private final List<Boolean> dates = new ArrayList<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<Integer> fontOfStyle = new ArrayList<>();

    /** A workbook without styles: no dates. */
    XlsxStyles() {}

    XlsxStyles(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> formats = new HashMap<>();
        boolean cellFormats = false;
        boolean inFonts = false;
        while (xml.hasNext()) {
            int event = XlsxReader.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                if ("numFmt".equals(element)) {
                    formats.put(xml.getAttributeValue(null, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
                } else if ("fonts".equals(element)) {
                    inFonts = true;
                } else if (inFonts && "font".equals(element)) {
                    fonts.add("");
                } else if (inFonts && "name".equals(element) && !fonts.isEmpty()) {
                    fonts.set(fonts.size() - 1, xml.getAttributeValue(null, "val"));
                } else if ("cellXfs".equals(element)) {
                    cellFormats = true;
                } else if (cellFormats && "xf".equals(element)) {
                    dates.add(isDate(xml.getAttributeValue(null, "numFmtId"), formats));
                    String font = xml.getAttributeValue(null, "fontId");
                    fontOfStyle.add(font == null ? 0 : XlsxReader.number(font));
                }
                if (fonts.size() > MAX_STYLES || dates.size() > MAX_STYLES) {
                    throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && "fonts".equals(xml.getLocalName())) {
                inFonts = false;
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

    /** The font's name, null where it is not known. */
    String font(String style) {
        int index = style == null ? 0 : XlsxReader.number(style);
        int font = index < fontOfStyle.size() ? fontOfStyle.get(index) : -1;
        return font < 0 || font >= fonts.size() ? null : fonts.get(font);
    }

    /** Of which kinds there are fonts for text from before Unicode. */
    Set<LegacyText> legacyFonts() {
        return fonts.stream().map(LegacyText::ofFont).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static boolean isDate(String formatId, Map<String, String> formats) {
        String code = formats.get(formatId);
        return NumberFormats.isDate(code == null && formatId != null ? XlsxReader.number(formatId) : 0, code);
    }
}
