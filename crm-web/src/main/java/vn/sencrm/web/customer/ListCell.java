package vn.sencrm.web.customer;

import java.io.Serializable;
import java.util.List;

/**
 * What a list shows of one customer in one column, ready to be written.
 *
 * @param look the cell's class
 * @param title a tooltip, null for none
 * @param parts one text, or several side by side such as tags; none where there is no value
 */
public record ListCell(String look, String title, List<Part> parts) implements Serializable {

    /** A text of a cell with its class; an image by its class alone is called by its title. */
    public record Part(String text, String look, String title, boolean image) implements Serializable {}

    static ListCell text(String look, String text) {
        return text == null || text.isBlank() ? none(look) : new ListCell(look, null, List.of(plain(text)));
    }

    /** A text that may be cut, with the whole of it as its tooltip. */
    static ListCell longText(String look, String text) {
        return text == null || text.isBlank() ? none(look) : new ListCell(look, text, List.of(plain(text)));
    }

    static ListCell none(String look) {
        return new ListCell(look, null, List.of());
    }

    private static Part plain(String text) {
        return new Part(text, null, null, false);
    }
}
