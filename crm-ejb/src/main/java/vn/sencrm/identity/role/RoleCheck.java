package vn.sencrm.identity.role;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Right;

/** Checks what is said of a role. */
final class RoleCheck {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int MAX_NAME = 120;

    private final List<FieldProblem> problems = new ArrayList<>();

    private RoleCheck() {}

    static RoleInput checked(RoleInput input) {
        RoleCheck check = new RoleCheck();
        String code = TextFold.clean(input.code());
        if (code == null || !CODE.matcher(code).matches()) {
            check.problems.add(new FieldProblem("code", "BAD_ROLE_CODE"));
        }
        String nameVi = check.name("nameVi", input.nameVi());
        String nameEn = check.name("nameEn", input.nameEn());
        if (input.scope() == null) {
            check.problems.add(new FieldProblem("scope", "REQUIRED"));
        }
        input.rights().stream()
                .filter(right -> !Right.GRANTABLE.contains(right))
                .sorted()
                .forEach(right -> check.problems.add(new FieldProblem("rights", "UNKNOWN_OPTION", right)));
        if (!check.problems.isEmpty()) {
            throw new InvalidInputException(check.problems);
        }
        return new RoleInput(
                code,
                input.version(),
                nameVi,
                nameEn,
                input.scope(),
                input.seesTeams(),
                input.seesRoutes(),
                input.rights());
    }

    private String name(String field, String text) {
        String name = TextFold.clean(text);
        if (name == null || name.isEmpty()) {
            problems.add(new FieldProblem(field, "REQUIRED"));
        } else if (name.length() > MAX_NAME) {
            problems.add(new FieldProblem(field, "TOO_LONG", Integer.toString(MAX_NAME)));
        }
        return name;
    }
}
