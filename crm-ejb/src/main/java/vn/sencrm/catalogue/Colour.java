package vn.sencrm.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The colours that there are to choose from; what they look like is the page's matter (tokens.css). */
public enum Colour {
    GREY,
    BLUE,
    TEAL,
    GREEN,
    ORANGE,
    RED,
    PINK;

    /** As it is stored and written in JSON: {@code grey}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Colour::code).toList();
    }
}
