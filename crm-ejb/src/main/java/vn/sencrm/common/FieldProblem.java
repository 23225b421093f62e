package vn.sencrm.common;

import java.io.Serializable;
import java.util.List;

/**
 * What is wrong (or doubtful) with one field of an input.
 *
 * @param field the field's name as in the customer JSON, with an index for lists ({@code phones[1]})
 * @param code a stable code of {@code 90-rules.md}, also the key of its message in the bundle {@code errors}
 * @param arguments what fills the message's placeholders
 */
public record FieldProblem(String field, String code, List<String> arguments) implements Serializable {

    public FieldProblem(String field, String code, String... arguments) {
        this(field, code, List.of(arguments));
    }

    /** The same problem, told of another field. */
    public FieldProblem at(String otherField) {
        return new FieldProblem(otherField, code, arguments);
    }
}
