package vn.sencrm.common;

import java.util.Locale;

/** Reads e-mail addresses. The key is lower case with the domain in ASCII form; the value stays as typed. */
public final class EmailAddress {

    public static final int MAX_LENGTH = 254;

    public static final String BAD_EMAIL = "BAD_EMAIL";

    private static final int MAX_LOCAL_PART = 64;
    private static final String ALLOWED_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

    private EmailAddress() {}

    public static Checked<String> parse(String text) {
        String typed = TextFold.clean(text);
        if (typed == null || typed.isEmpty()) {
            return Checked.nothing();
        }
        if (typed.length() > MAX_LENGTH) {
            return Checked.tooLong(typed, MAX_LENGTH);
        }
        String key = searchKey(typed);
        return key == null ? Checked.bad(typed, BAD_EMAIL) : Checked.good(typed, key);
    }

    /** The key of a whole address, or null when the text is none. */
    public static String searchKey(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_PART || !isLocalPart(typed, at)) {
            return null;
        }
        String domain = Domains.ascii(typed.substring(at + 1));
        if (domain == null || !endsInName(domain)) {
            return null;
        }
        return typed.substring(0, at).toLowerCase(Locale.ROOT) + '@' + domain;
    }

    private static boolean isLocalPart(String typed, int end) {
        if (typed.charAt(0) == '.' || typed.charAt(end - 1) == '.') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = typed.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            boolean secondDot = c == '.' && i > 0 && typed.charAt(i - 1) == '.';
            if (!letterOrDigit && ALLOWED_SIGNS.indexOf(c) < 0 || secondDot) {
                return false;
            }
        }
        return true;
    }

    /** A public mail domain has a dot and does not end in a number. */
    private static boolean endsInName(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot > 0 && domain.length() - dot > 2 && !Character.isDigit(domain.charAt(dot + 1));
    }
}
