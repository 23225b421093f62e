package vn.sencrm.importing.sheet;

import java.util.Locale;

/** Which of the formats in which workbooks show numbers are those of dates and times. */
final class NumberFormats {

    /** What Excel allows; looking through a code without end would take for ever. */
    private static final int LONGEST_CODE = 255;

    private NumberFormats() {}

    /** @param code how the workbook writes that format, null for one that every program knows by its number */
    static boolean isDate(int format, String code) {
        if (code != null) {
            return code.length() <= LONGEST_CODE && isDate(code);
        }
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    /** A format is one of dates when d, m, y, h or s stand outside quotes, brackets and escapes. */
    private static boolean isDate(String code) {
        String letters =
                code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return !letters.contains("general") && letters.matches(".*[dmyhs].*") && !letters.matches(".*[0#?].*[e].*");
    }
}
