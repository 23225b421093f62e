package vn.sencrm.customer;

import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.Checked;
import vn.sencrm.common.FieldProblem;

/** What a check of a customer finds wrong, and what it lets pass with doubt, each under the name of its field. */
final class Findings {

    private final List<FieldProblem> problems = new ArrayList<>(0);
    private final List<FieldProblem> warnings = new ArrayList<>(0);

    void problem(String at, String code, String... arguments) {
        problems.add(new FieldProblem(at, code, arguments));
    }

    void problem(FieldProblem found) {
        problems.add(found);
    }

    /** The value of what was checked, with its problem and doubt noted. */
    <T> T value(String at, Checked<T> checked) {
        checked.problemAt(at).ifPresent(problems::add);
        checked.warningAt(at).ifPresent(warnings::add);
        return checked.value();
    }

    /** Null for an empty text; one over the limit is a problem of the field. */
    String limited(String at, String text, int limit) {
        if (text.length() > limit) {
            problem(at, Checked.TOO_LONG, Integer.toString(limit));
        }
        return text.isEmpty() ? null : text;
    }

    CheckedCustomer of(CustomerDocument document) {
        return new CheckedCustomer(document, List.copyOf(problems), List.copyOf(warnings));
    }
}
