package vn.sencrm.common;

import java.net.IDN;
import java.util.Locale;

/** Domain names as e-mail addresses and websites hold them. */
final class Domains {

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    private Domains() {}

    /** The domain in lower-case ASCII form (IDN), or null when it is none. */
    static String ascii(String domain) {
        try {
            String ascii = isAscii(domain) ? domain : IDN.toASCII(domain);
            ascii = ascii.toLowerCase(Locale.ROOT);
            return isDomain(ascii) ? ascii : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String ascii) {
        int start = 0;
        for (int i = 0; i <= ascii.length(); i++) {
            if (i == ascii.length() || ascii.charAt(i) == '.') {
                if (!isLabel(ascii, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return ascii.length() <= MAX_LENGTH;
    }

    private static boolean isLabel(String ascii, int start, int end) {
        if (end == start || end - start > MAX_LABEL || ascii.charAt(start) == '-' || ascii.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = ascii.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }
}
