package vn.sencrm.importing.sheet;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook's XML: plain, in runs of several fonts, and with signs that XML cannot hold. */
final class XlsxText {

    /** How a workbook writes such a sign, or a text that looks like one: {@code _x000D_}, {@code _x005F_x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    /** Collects the text of the element at which the reader stands, to its end; what exceeds a cell is dropped. */
    static void read(XMLStreamReader xml, String element, StringBuilder out) throws XMLStreamException {
        out.setLength(0);
        while (true) {
            int event = XlsxReader.next(xml);
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                append(xml, out);
            } else if (event == END_ELEMENT && element.equals(xml.getLocalName())) {
                unescape(out);
                return;
            }
        }
    }

    /** Collects the {@code t} elements of a rich text, without its phonetic reading ({@code rPh}). */
    static void readRich(XMLStreamReader xml, String element, StringBuilder out) throws XMLStreamException {
        out.setLength(0);
        boolean inText = false;
        boolean phonetic = false;
        while (true) {
            int event = XlsxReader.next(xml);
            if (event == START_ELEMENT) {
                String name = xml.getLocalName();
                inText = "t".equals(name);
                phonetic |= "rPh".equals(name);
            } else if (event == END_ELEMENT) {
                String name = xml.getLocalName();
                if (element.equals(name)) {
                    unescape(out);
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

    private static void unescape(StringBuilder text) {
        if (text.indexOf("_x") >= 0) {
            String plain = ESCAPED.matcher(text).replaceAll(XlsxText::plain);
            text.setLength(0);
            text.append(plain);
        }
    }

    /** Half a sign stays as it is written; others that nobody sees are no part of a text but line ends and tabs. */
    private static String plain(MatchResult escaped) {
        char sign = (char) Integer.parseInt(escaped.group(1), 16);
        if (Character.isSurrogate(sign)) {
            return Matcher.quoteReplacement(escaped.group());
        }
        boolean seen = !Character.isISOControl(sign) || Character.isWhitespace(sign);
        return Matcher.quoteReplacement(seen ? String.valueOf(sign) : " ");
    }
}
