package vn.sencrm.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads phone numbers as people and spreadsheets write them. The stored value is what was typed; the key is E.164.
 * Vietnamese numbers are decided by our own rules (numbering plan of 2018); libphonenumber reads foreign ones and says
 * which Vietnamese ranges are not yet handed out.
 */
public final class PhoneNumber {

    public static final int MAX_LENGTH = 40;

    /** No phone number; its proposal, if any, is the number under today's area code. */
    public static final String BAD_PHONE = "BAD_PHONE";
    /** A number that a spreadsheet has rounded (9.12E+08): its digits are lost. */
    public static final String PHONE_SCIENTIFIC = "PHONE_SCIENTIFIC";
    /** Well-formed, but of a range that nobody is known to use. */
    public static final String PHONE_UNUSUAL = "PHONE_UNUSUAL";
    /** Read with the leading zero that a spreadsheet dropped. */
    public static final String PHONE_ZERO_ADDED = "PHONE_ZERO_ADDED";

    private static final String MOBILE_HEADS = "35789";
    private static final int MOBILE_DIGITS = 9;
    private static final int LANDLINE_DIGITS = 10;
    private static final int MIN_SEARCH_DIGITS = 4;
    private static final int MIN_PREFIX_DIGITS = 2;

    private PhoneNumber() {}

    /** What one number becomes; its key is null for service and short numbers (1900 1234, 113). */
    public static Checked<String> parse(String text) {
        String typed = TextFold.clean(text);
        if (typed == null || typed.isEmpty()) {
            return Checked.nothing();
        }
        if (typed.length() > MAX_LENGTH) {
            return Checked.tooLong(typed, MAX_LENGTH);
        }
        if (isScientific(typed)) {
            return Checked.bad(typed, PHONE_SCIENTIFIC);
        }
        return parse(typed, digits(typed));
    }

    /** The numbers of one cell or field, each still as typed; they are separated by ; , / | or line breaks. */
    public static List<String> split(String cell) {
        List<String> numbers = new ArrayList<>(2);
        if (cell == null) {
            return numbers;
        }
        if (isScientific(cell)) {
            return List.of(TextFold.clean(cell));
        }
        int start = 0;
        for (int i = 0; i <= cell.length(); i++) {
            if (i == cell.length() || isSeparator(cell.charAt(i))) {
                addCleaned(numbers, cell.substring(start, i));
                start = i + 1;
            }
        }
        return numbers;
    }

    /** The key that a search text stands for in whatever form it was written, or null when it is no whole number. */
    public static String searchKey(String query) {
        if (!looksLikePhone(query)) {
            return null;
        }
        Checked<String> parsed = parse(query);
        return parsed.proposal().map(today -> parse(today).key()).orElse(parsed.key());
    }

    /**
     * The digits that a matching key ends with: those of the whole key, or of the last digits typed; null for a text
     * that is no phone number or has less than four digits.
     */
    public static String suffixDigits(String query) {
        if (!looksLikePhone(query)) {
            return null;
        }
        String key = searchKey(query);
        String digits = key == null ? digits(query) : key;
        return digits.startsWith("+") ? digits.substring(1) : digits;
    }

    /** What a matching key begins with while the number is still being typed ("0912 3" gives +849123), or null. */
    public static String searchPrefix(String query) {
        if (!looksLikePhone(query, MIN_PREFIX_DIGITS)) {
            return null;
        }
        String digits = digits(query);
        if (digits.startsWith("+")) {
            return digits;
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        if (digits.startsWith("0")) {
            return "+84" + digits.substring(1);
        }
        return digits.startsWith("84") ? "+" + digits : null;
    }

    /** Whether a search text is written like (a part of) a phone number. */
    public static boolean looksLikePhone(String query) {
        return looksLikePhone(query, MIN_SEARCH_DIGITS);
    }

    private static boolean looksLikePhone(String query, int minDigits) {
        int digits = 0;
        for (int i = 0; query != null && i < query.length(); i++) {
            char c = query.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if ("+()-. /".indexOf(c) < 0 && !TextFold.isSpace(c)) {
                return false;
            }
        }
        return digits >= minDigits;
    }

    private static Checked<String> parse(String typed, String digits) {
        int length = digits.length();
        if (digits.startsWith("+")) {
            return international(typed, digits.substring(1));
        }
        if (digits.startsWith("00")) {
            return international(typed, digits.substring(2));
        }
        if (digits.startsWith("84") && (length == 11 || length == 12)) {
            return vietnamese(typed, digits.substring(2));
        }
        if (digits.startsWith("0")) {
            return national(typed, digits.substring(1));
        }
        if (length == MOBILE_DIGITS && MOBILE_HEADS.indexOf(digits.charAt(0)) >= 0) {
            return Checked.doubtful(typed, "+84" + digits, PHONE_ZERO_ADDED);
        }
        if (isService(digits) || length >= 3 && length <= 6) {
            return Checked.good(typed, null);
        }
        return Checked.bad(typed, BAD_PHONE);
    }

    private static Checked<String> international(String typed, String digits) {
        return digits.startsWith("84") ? vietnamese(typed, digits.substring(2)) : foreign(typed, digits);
    }

    /** What follows the country code: some write the zero all the same, and service numbers have none. */
    private static Checked<String> vietnamese(String typed, String digits) {
        if (isService(digits)) {
            return Checked.good(typed, null);
        }
        return national(typed, digits.startsWith("0") ? digits.substring(1) : digits);
    }

    /** A Vietnamese number without its zero. */
    private static Checked<String> national(String typed, String digits) {
        boolean mobile = digits.length() == MOBILE_DIGITS && MOBILE_HEADS.indexOf(digits.charAt(0)) >= 0;
        boolean landline = digits.length() == LANDLINE_DIGITS && digits.charAt(0) == '2';
        if (mobile || landline) {
            return known(typed, digits);
        }
        String today = OldPhoneCodes.todaysMobile(digits);
        if (today != null) {
            return known(typed, today);
        }
        String landlineToday = OldPhoneCodes.todaysLandline(digits);
        return landlineToday == null
                ? Checked.bad(typed, BAD_PHONE)
                : Checked.bad(typed, BAD_PHONE, "0" + landlineToday);
    }

    private static Checked<String> known(String typed, String digits) {
        String key = "+84" + digits;
        return Ranges.inUse(digits) ? Checked.good(typed, key) : Checked.doubtful(typed, key, PHONE_UNUSUAL);
    }

    private static Checked<String> foreign(String typed, String digits) {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            Phonenumber.PhoneNumber number = util.parse("+" + digits, null);
            if (!util.isPossibleNumber(number)) {
                return Checked.bad(typed, BAD_PHONE);
            }
            String key = util.format(number, PhoneNumberFormat.E164);
            return util.isValidNumber(number) ? Checked.good(typed, key) : Checked.doubtful(typed, key, PHONE_UNUSUAL);
        } catch (NumberParseException e) {
            return Checked.bad(typed, BAD_PHONE);
        }
    }

    /** 1800 and 1900 with four to six digits more. */
    private static boolean isService(String digits) {
        int length = digits.length();
        return length >= 8 && length <= 10 && (digits.startsWith("1800") || digits.startsWith("1900"));
    }

    /** The digits, with a + before them if there was one. */
    private static String digits(String typed) {
        char[] out = new char[typed.length()];
        int n = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (isDigit(c) || c == '+' && n == 0) {
                out[n++] = c;
            }
        }
        return new String(out, 0, n);
    }

    private static boolean isScientific(String typed) {
        int e = Math.max(typed.lastIndexOf('E'), typed.lastIndexOf('e'));
        if (e < 1 || e + 1 >= typed.length() || !isDigit(typed.charAt(e - 1))) {
            return false;
        }
        char next = typed.charAt(e + 1);
        boolean signed = next == '+' || next == '-';
        return isDigit(next) || signed && e + 2 < typed.length() && isDigit(typed.charAt(e + 2));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == ';' || c == ',' || c == '/' || c == '|' || c == '\n' || c == '\r';
    }

    private static void addCleaned(List<String> numbers, String part) {
        String cleaned = TextFold.clean(part);
        if (!cleaned.isEmpty()) {
            numbers.add(cleaned);
        }
    }

    /** The Vietnamese ranges in use, by their first three digits: asked of libphonenumber once, not once per number. */
    private static final class Ranges {

        private static final boolean[] IN_USE = new boolean[1000];

        static {
            for (int head = 200; head < 1000; head++) {
                String digits = head < 300 ? head + "3123456" : head + "123456";
                IN_USE[head] = PhoneNumberUtil.getInstance()
                        .isValidNumber(new Phonenumber.PhoneNumber()
                                .setCountryCode(84)
                                .setNationalNumber(Long.parseLong(digits)));
            }
        }

        static boolean inUse(String digits) {
            return IN_USE[(digits.charAt(0) - '0') * 100 + (digits.charAt(1) - '0') * 10 + digits.charAt(2) - '0'];
        }
    }
}
