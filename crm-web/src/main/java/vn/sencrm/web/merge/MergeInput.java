package vn.sencrm.web.merge;

import java.io.Serializable;
import java.util.List;

/**
 * The input in which a value of the result can be typed.
 *
 * @param value what stands in it; of {@code SEVERAL} nothing, the options tell what is chosen
 * @param options what can be chosen
 */
public record MergeInput(Kind kind, String value, List<Option> options) implements Serializable {

    /** How a value is typed: NONE where it is not, LINES for a list whose elements have a line each. */
    public enum Kind {
        NONE,
        TEXT,
        LINES,
        CHOICE,
        SEVERAL
    }

    public record Option(String code, String label, boolean chosen) implements Serializable {}

    static final MergeInput NONE = new MergeInput(Kind.NONE, "", List.of());

    static MergeInput text(String value) {
        return new MergeInput(Kind.TEXT, value, List.of());
    }

    static MergeInput lines(String value) {
        return new MergeInput(Kind.LINES, value, List.of());
    }
}
