package vn.sencrm.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Reads numbers as people and programs write them: 1.234.567,5 and 1,234,567.5, 0,5 and 0.5, 1.5E3. Where one separator
 * may stand for thousands or for decimals ("1.500", "2,125"), one reading is taken and told as a doubt.
 */
public final class Decimals {

    public static final String BAD_NUMBER = "BAD_NUMBER";
    public static final String NUMBER_UNCLEAR = "NUMBER_UNCLEAR";

    private static final int MAX_WHOLE_DIGITS = 15;
    private static final int MAX_DECIMALS = 10;
    private static final int MAX_TEXT = 60;

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,4})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:(?:\\.\\d{3})+|(?:,\\d{3})+)");
    private static final Pattern UNCLEAR = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern MIXED = Pattern.compile("[+-]?\\d{1,3}(?:(?:\\.\\d{3})+,\\d+|(?:,\\d{3})+\\.\\d+)");

    private Decimals() {}

    /** In its normal form, the same for equal numbers. A refused text is the problem's argument. */
    public static Checked<BigDecimal> parse(String text) {
        String typed = TextFold.clean(text);
        if (typed == null || typed.isEmpty()) {
            return Checked.nothing();
        }
        String digits = typed.replace(" ", "");
        if (digits.length() > MAX_TEXT) {
            return Checked.bad(null, BAD_NUMBER, shortened(digits));
        }
        if (UNCLEAR.matcher(digits).matches()) {
            return unclear(digits);
        }
        String plain = plain(digits);
        return plain == null ? Checked.bad(null, BAD_NUMBER, typed) : of(new BigDecimal(plain), typed);
    }

    /** A number that a program gave as one. */
    public static Checked<BigDecimal> of(BigDecimal number) {
        return of(number, shortened(number.toString()));
    }

    private static Checked<BigDecimal> of(BigDecimal number, String typed) {
        boolean modest = number.signum() == 0
                || (long) number.precision() - number.scale() <= MAX_WHOLE_DIGITS && number.scale() < 10_000;
        return modest ? Checked.good(normal(number), null) : Checked.bad(null, BAD_NUMBER, typed);
    }

    /** Without zeros at its end, and never in powers of ten. */
    public static BigDecimal normal(BigDecimal number) {
        BigDecimal rounded =
                number.scale() > MAX_DECIMALS ? number.setScale(MAX_DECIMALS, RoundingMode.HALF_UP) : number;
        BigDecimal stripped = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Programs write no zero at the end of decimals: "1.500" is a person's thousands, "1.125" may be either. */
    private static Checked<BigDecimal> unclear(String digits) {
        boolean thousands = digits.endsWith("0");
        BigDecimal number = new BigDecimal(thousands ? digits.replaceAll("[.,]", "") : digits.replace(',', '.'));
        return digits.endsWith("000")
                ? Checked.good(normal(number), null)
                : Checked.doubtful(normal(number), null, NUMBER_UNCLEAR);
    }

    private static String plain(String digits) {
        if (PLAIN.matcher(digits).matches()) {
            return digits;
        }
        if (MIXED.matcher(digits).matches()) {
            int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
            return digits.substring(0, last).replaceAll("[.,]", "") + "." + digits.substring(last + 1);
        }
        String decimal = digits.replace(',', '.');
        if (digits.indexOf('.') < 0 && PLAIN.matcher(decimal).matches()) {
            return decimal;
        }
        return GROUPED.matcher(digits).matches() ? digits.replaceAll("[.,]", "") : null;
    }

    private static String shortened(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    }
}
