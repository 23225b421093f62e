package vn.sencrm.common;

/** The beginning of a text that may be very long. */
public final class Excerpt {

    private Excerpt() {}

    /** The text itself up to {@code limit} characters, else its beginning and "…"; no character is cut in two. */
    public static String of(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "…";
    }
}
