package vn.sencrm.location;

import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.Checked;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;

/** The one check of a place's values: page, API and import alike. It gathers what is wrong. */
public final class LocationCheck {

    static final int CODE_LIMIT = 20;
    static final int NAME_LIMIT = 120;
    static final int FORMER_LIMIT = 160;

    private final List<FieldProblem> problems = new ArrayList<>(0);

    /** The code, cleaned; empty where it is missing. */
    public String code(String given) {
        String code = required("code", given, CODE_LIMIT);
        if (!code.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0)) {
            problem("code", "BAD_CODE");
        }
        return code;
    }

    public String name(String given) {
        return required("name", given, NAME_LIMIT);
    }

    /** Former names, cleaned, without empty ones and repeats. */
    public List<String> former(List<String> given) {
        List<String> names = given.stream()
                .map(TextFold::clean)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.stream().anyMatch(name -> name.length() > FORMER_LIMIT)) {
            problem("former", Checked.TOO_LONG, Integer.toString(FORMER_LIMIT));
        }
        return names;
    }

    private String required(String field, String given, int limit) {
        String text = TextFold.clean(given == null ? "" : given);
        if (text.isEmpty()) {
            problem(field, "REQUIRED");
        } else if (text.length() > limit) {
            problem(field, Checked.TOO_LONG, Integer.toString(limit));
        }
        return text;
    }

    public void problem(String field, String code, String... arguments) {
        problems.add(new FieldProblem(field, code, arguments));
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** @throws InvalidInputException naming every field that is wrong */
    void orThrow() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
