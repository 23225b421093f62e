package vn.sencrm.common;

/**
 * Reads Vietnamese tax codes: ten digits, ten and three for a branch, or, for people and households since 2025-07-01,
 * the twelve digits of the citizen id. A wrong check digit is only doubted: old registers are full of them.
 */
public final class TaxCode {

    public static final int MAX_LENGTH = 14;

    public static final String BAD_TAX_CODE = "BAD_TAX_CODE";
    public static final String TAX_CHECKSUM = "TAX_CHECKSUM";

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int DIGITS = 10;
    private static final int BRANCH_DIGITS = 13;

    private TaxCode() {}

    /** The value is the code in its usual writing, without spaces; the key is the same. */
    public static Checked<String> parse(String text) {
        String typed = TextFold.clean(text);
        if (typed == null || typed.isEmpty()) {
            return Checked.nothing();
        }
        String digits = digits(typed);
        if (digits == null || !hasShape(digits, typed)) {
            return refused(typed, digits);
        }
        String code = digits.length() == BRANCH_DIGITS
                ? digits.substring(0, DIGITS) + '-' + digits.substring(DIGITS)
                : digits;
        boolean doubtful = digits.length() != CitizenId.DIGITS && !checkDigitFits(digits);
        return doubtful ? Checked.doubtful(code, code, TAX_CHECKSUM) : Checked.good(code, code);
    }

    /** Whether the key of a tax code is a citizen id (a key of kind IDNO, not TAX). */
    public static boolean isCitizenId(String key) {
        return key.length() == CitizenId.DIGITS && key.indexOf('-') < 0;
    }

    /** A spreadsheet's lost zero is proposed where the check digit then fits. */
    private static Checked<String> refused(String typed, String digits) {
        boolean lostZero = digits != null && digits.length() == DIGITS - 1 && checkDigitFits("0" + digits);
        return lostZero ? Checked.bad(typed, BAD_TAX_CODE, "0" + digits) : Checked.bad(typed, BAD_TAX_CODE);
    }

    private static boolean hasShape(String digits, String typed) {
        int hyphen = typed.indexOf('-');
        return switch (digits.length()) {
            case DIGITS, CitizenId.DIGITS -> hyphen < 0 && !digits.startsWith("0000000", 2);
            case BRANCH_DIGITS -> !digits.endsWith("000") && (hyphen < 0 || digitsBefore(typed, hyphen) == DIGITS);
            default -> false;
        };
    }

    private static boolean checkDigitFits(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return 10 - sum % 11 == digits.charAt(DIGITS - 1) - '0';
    }

    private static int digitsBefore(String typed, int end) {
        return (int) typed.chars().limit(end).filter(c -> c >= '0' && c <= '9').count();
    }

    /** The digits of a text of digits, spaces, dots and at most one hyphen; null for any other. */
    static String digits(String typed) {
        StringBuilder digits = new StringBuilder(typed.length());
        boolean hyphen = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '-' && !hyphen) {
                hyphen = true;
            } else if (c != ' ' && c != '.') {
                return null;
            }
        }
        return digits.toString();
    }
}
