package vn.sencrm.common;

import java.util.Locale;

/**
 * Reads addresses of websites: http and https only, so that whatever is stored may become a link. The value is what was
 * typed; the key is the link, https where no scheme was typed.
 */
public final class Website {

    public static final int MAX_LENGTH = 500;

    public static final String BAD_URL = "BAD_URL";

    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";
    private static final int MAX_PORT = 65_535;

    private Website() {}

    public static Checked<String> parse(String text) {
        String typed = TextFold.clean(text);
        if (typed == null || typed.isEmpty()) {
            return Checked.nothing();
        }
        if (typed.length() > MAX_LENGTH) {
            return Checked.tooLong(typed, MAX_LENGTH);
        }
        String link = link(typed);
        return link == null ? Checked.bad(typed, BAD_URL) : Checked.good(typed, link);
    }

    private static String link(String typed) {
        if (hasForbiddenSign(typed)) {
            return null;
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.startsWith(HTTP)) {
            return link(HTTP, typed.substring(HTTP.length()), true);
        }
        if (lower.startsWith(HTTPS)) {
            return link(HTTPS, typed.substring(HTTPS.length()), true);
        }
        return link(HTTPS, typed, false);
    }

    private static String link(String scheme, String rest, boolean singleLabelAllowed) {
        int end = hostEnd(rest);
        String authority = rest.substring(0, end);
        int colon = authority.indexOf(':');
        String host = Domains.ascii(colon < 0 ? authority : authority.substring(0, colon));
        boolean portFits = colon < 0 || isPort(authority.substring(colon + 1));
        if (host == null || !portFits || !singleLabelAllowed && host.indexOf('.') < 0) {
            return null;
        }
        return scheme + host + (colon < 0 ? "" : authority.substring(colon)) + rest.substring(end);
    }

    private static int hostEnd(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    private static boolean isPort(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(text) <= MAX_PORT;
    }

    private static boolean hasForbiddenSign(String typed) {
        return typed.chars().anyMatch(c -> " <>\"\\^`{|}".indexOf(c) >= 0);
    }
}
