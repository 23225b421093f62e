package vn.sencrm.common;

import java.util.List;

/** Thrown when an input breaks a rule; tells every field that does, so that the user corrects all at once. */
public class InvalidInputException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public InvalidInputException(List<FieldProblem> problems) {
        super("INVALID_INPUT");
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
