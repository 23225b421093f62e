package vn.sencrm.common;

/**
 * Reads citizen ids: twelve digits are the key IDNO; the nine digits of the identity card before are stored and are no
 * key. Sensitive: show {@link #masked} where the whole number is not needed, and never log one.
 */
public final class CitizenId {

    public static final int DIGITS = 12;
    public static final int MAX_LENGTH = 12;

    public static final String BAD_CITIZEN_ID = "BAD_CITIZEN_ID";

    private static final int OLD_DIGITS = 9;
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 2;

    private CitizenId() {}

    /** The value is the digits alone. */
    public static Checked<String> parse(String text) {
        String typed = TextFold.clean(text);
        if (typed == null || typed.isEmpty()) {
            return Checked.nothing();
        }
        String digits = typed.indexOf('-') < 0 ? TaxCode.digits(typed) : null;
        int length = digits == null ? 0 : digits.length();
        return switch (length) {
            case DIGITS -> Checked.good(digits, digits);
            case OLD_DIGITS -> Checked.good(digits, null);
            case DIGITS - 1 -> Checked.bad(typed, BAD_CITIZEN_ID, "0" + digits);
            default -> Checked.bad(typed, BAD_CITIZEN_ID);
        };
    }

    /** The number with all but its first three and last two digits as stars. */
    public static String masked(String number) {
        if (number == null || number.length() <= SHOWN_FIRST + SHOWN_LAST) {
            return number;
        }
        int hidden = number.length() - SHOWN_FIRST - SHOWN_LAST;
        return number.substring(0, SHOWN_FIRST) + "*".repeat(hidden) + number.substring(SHOWN_FIRST + hidden);
    }
}
