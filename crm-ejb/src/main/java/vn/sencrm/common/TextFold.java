package vn.sencrm.common;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How text is cleaned on its way in and folded for comparison: one piece of code for forms, API, import and search.
 * Imports call it several times per row, so it walks the characters once, by tables, and leaves the JDK's normaliser
 * to the rare text that needs it.
 */
public final class TextFold {

    /** A search text's words past this number are ignored. */
    public static final int MAX_WORDS = 10;

    /** Up to here one table holds what Latin letters fold to. */
    private static final int LATIN_END = 0x250;

    private static final int VIETNAMESE_START = 0x1E00;
    private static final int VIETNAMESE_END = 0x1F00;
    private static final int MARKS_START = 0x300;
    private static final int MARKS_END = 0x370;

    /** In the tables: the character vanishes. A space stands for every kind of white space. */
    private static final char NOTHING = 0;

    private static final char[] LATIN = table(0, LATIN_END);
    private static final char[] VIETNAMESE = table(VIETNAMESE_START, VIETNAMESE_END);

    /** Latin letters after which a last {@code y} and a last {@code i} are two spellings of one sound. */
    private static final String BEFORE_LAST_Y = "hklmst";

    private TextFold() {}

    /**
     * One word of a search text.
     *
     * @param part occurs anywhere in the folded text,
     * @param ending or else stands at the end of a word; null where there is no second spelling. "quy" so finds
     *     both Quyên (part) and Quý, Quí (ending "qui")
     */
    public record Word(String part, String ending) {}

    /**
     * The text as it is stored: NFC, without zero-width and control characters, every run of white space one space,
     * trimmed. Null stays null.
     */
    public static String clean(String text) {
        if (text == null || isClean(text)) {
            return text;
        }
        String composed = normalised(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isSpace(c)) {
                appendSpace(out);
            } else if (!isDropped(composed, i)) {
                out.append(c);
            }
        }
        return trimEnd(out);
    }

    /** As {@link #clean}, for text of several lines: line breaks stay (as {@code \n}), no more than two in a row. */
    public static String cleanLines(String text) {
        if (text == null || text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return clean(text);
        }
        StringBuilder out = new StringBuilder(text.length());
        int breaks = 0;
        for (String line : text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            String cleaned = clean(line);
            if (!cleaned.isEmpty()) {
                out.append("\n".repeat(out.isEmpty() ? 0 : Math.min(breaks, 2))).append(cleaned);
                breaks = 0;
            }
            breaks++;
        }
        return out.toString();
    }

    /**
     * The text of a search column: lower case, đ as d, no marks, single spaces, every word kept. The last {@code y} of a
     * word becomes {@code i} after h, k, l, m, s, t and qu (Kỳ as Kì, Quý as Quí), not after another vowel (Thúy,
     * Huy). Null stays null.
     */
    public static String fold(String text) {
        if (text == null) {
            return null;
        }
        return fold(text, true);
    }

    /** The words of a search text, folded, at most {@link #MAX_WORDS}, without repeats. */
    public static List<Word> queryWords(String query) {
        List<Word> words = new ArrayList<>();
        if (query == null) {
            return words;
        }
        for (String token : plain(query).split(" ")) {
            Word word = word(trimPunctuation(token));
            if (!word.part().isEmpty() && words.size() < MAX_WORDS && !words.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** The text for use inside a LIKE pattern with the escape character {@code \}. */
    public static String likePattern(String text) {
        StringBuilder out = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '_' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Folded, but with every y as typed: what is compared while a word may still be unfinished. */
    public static String plain(String text) {
        return fold(text, false);
    }

    /** The plain word with its last y as {@link #fold} writes it. */
    static Word word(String plain) {
        int last = plain.length() - 1;
        boolean twoSpellings = last > 0 && lastYIsI(plain, last);
        return new Word(plain, twoSpellings ? plain.substring(0, last) + 'i' : null);
    }

    /** Whether the character is white space of any kind, line breaks and the no-break space included. */
    static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return c == 0x85 || c == 0xA0 || c == 0x3000 || c == 0x202F || c == 0x205F || c == 0x1680 || isWideSpace(c);
    }

    private static boolean isWideSpace(char c) {
        return c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029;
    }

    private static String fold(String text, boolean lastY) {
        char[] out = new char[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char folded;
            if (c < LATIN_END) {
                folded = LATIN[c];
            } else if (c >= VIETNAMESE_START && c < VIETNAMESE_END) {
                folded = VIETNAMESE[c - VIETNAMESE_START];
            } else if (c >= MARKS_START && c < MARKS_END) {
                folded = NOTHING;
            } else {
                return foldAnyScript(text, lastY);
            }
            n = put(out, n, folded, lastY);
        }
        return finish(out, n, lastY);
    }

    /** The same for text with other scripts, by the JDK's tables. */
    private static String foldAnyScript(String text, boolean lastY) {
        String decomposed = Normalizer.normalize(text.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD);
        char[] out = new char[decomposed.length()];
        int n = 0;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            char folded = c < LATIN_END ? LATIN[c] : isSpace(c) ? ' ' : c;
            if (isDropped(decomposed, i) || Character.getType(c) == Character.NON_SPACING_MARK) {
                folded = NOTHING;
            }
            n = put(out, n, folded, lastY);
        }
        return finish(out, n, lastY);
    }

    private static int put(char[] out, int n, char folded, boolean lastY) {
        if (folded == NOTHING) {
            return n;
        }
        if (folded == ' ') {
            if (n == 0 || out[n - 1] == ' ') {
                return n;
            }
            endWord(out, n, lastY);
        }
        out[n] = folded;
        return n + 1;
    }

    private static String finish(char[] out, int n, boolean lastY) {
        int end = n > 0 && out[n - 1] == ' ' ? n - 1 : n;
        endWord(out, end, lastY);
        return new String(out, 0, end);
    }

    private static void endWord(char[] out, int end, boolean lastY) {
        if (lastY && end > 1 && out[end - 1] == 'y') {
            char before = out[end - 2];
            if (BEFORE_LAST_Y.indexOf(before) >= 0 || before == 'u' && end > 2 && out[end - 3] == 'q') {
                out[end - 1] = 'i';
            }
        }
    }

    private static boolean lastYIsI(String word, int last) {
        char before = word.charAt(last - 1);
        return word.charAt(last) == 'y'
                && (BEFORE_LAST_Y.indexOf(before) >= 0 || before == 'u' && last > 1 && word.charAt(last - 2) == 'q');
    }

    private static boolean isClean(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7F || c >= 0xC0 && c < MARKS_START || c >= 0x1EA0 && c <= 0x1EF9;
            if (!plain && (c != ' ' || afterSpace)) {
                return false;
            }
            afterSpace = c == ' ';
        }
        return text.isEmpty() || !afterSpace;
    }

    private static String normalised(String text, Normalizer.Form form) {
        return Normalizer.isNormalized(text, form) ? text : Normalizer.normalize(text, form);
    }

    private static void appendSpace(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static String trimEnd(StringBuilder out) {
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    private static String trimPunctuation(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && isQuoteOrComma(word.charAt(start))) {
            start++;
        }
        while (end > start && isQuoteOrComma(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean isQuoteOrComma(char c) {
        return ",;\"'“”‘’".indexOf(c) >= 0;
    }

    /** Control, zero-width, direction characters, and halves of characters, which no database column takes. */
    private static boolean isDropped(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x20 && !isSpace(c) || c >= 0x7F && c < 0xA0 && c != 0x85 || c == 0xAD || c == 0xFEFF) {
            return true;
        }
        if (c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x206F) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static char[] table(int from, int to) {
        char[] table = new char[to - from];
        for (int c = from; c < to; c++) {
            table[c - from] = folded((char) c);
        }
        return table;
    }

    private static char folded(char c) {
        if (isSpace(c)) {
            return ' ';
        }
        if (isDropped(String.valueOf(c), 0)) {
            return NOTHING;
        }
        char lower = Character.toLowerCase(c);
        // The Icelandic eth looks like Đ and is often typed for it.
        if (lower == 'đ' || lower == 'ð') {
            return 'd';
        }
        return Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
    }
}
