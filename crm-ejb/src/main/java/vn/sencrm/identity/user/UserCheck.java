package vn.sencrm.identity.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sencrm.common.Checked;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TextFold;

/** Checks what is said of a user, the same for the page, the API and one's own page. */
final class UserCheck {

    private static final int MAX_USERNAME = 60;
    private static final int MAX_NAME = 120;
    private static final int MAX_SIGNATURE = 2_000;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]*");

    private final List<FieldProblem> problems = new ArrayList<>();

    /** What may be written, cleaned; every problem at once. */
    static UserInput ofNew(UserInput input, Set<String> roles) {
        UserCheck check = new UserCheck();
        String username = check.username(input.username());
        UserInput cleaned = check.rest(username, input, roles);
        return check.orThrow(cleaned);
    }

    static UserInput ofChange(UserInput input, Set<String> roles) {
        UserCheck check = new UserCheck();
        UserInput cleaned = check.rest(null, input, roles);
        return check.orThrow(cleaned);
    }

    /** What stands under messages: several lines, null for none. */
    static String signature(String text) {
        String cleaned = text == null
                ? null
                : emptyToNull(text.replace("\u0000", "").replace("\r\n", "\n").strip());
        if (cleaned != null && cleaned.length() > MAX_SIGNATURE) {
            throw new InvalidInputException(
                    List.of(new FieldProblem("signature", "TOO_LONG", Integer.toString(MAX_SIGNATURE))));
        }
        return cleaned;
    }

    private UserInput rest(String username, UserInput input, Set<String> roles) {
        return new UserInput(
                username,
                fullName(input.fullName()),
                checked("email", EmailAddress.parse(input.email())),
                checked("phone", PhoneNumber.parse(input.phone())),
                language(input.language()),
                role(input.role(), roles));
    }

    private String username(String text) {
        String name = required("username", text, MAX_USERNAME);
        if (name != null && !USERNAME.matcher(name).matches()) {
            problems.add(new FieldProblem("username", "BAD_USERNAME"));
        }
        return name;
    }

    private String fullName(String text) {
        return required("fullName", text, MAX_NAME);
    }

    private String required(String field, String text, int limit) {
        String cleaned = emptyToNull(TextFold.clean(text));
        if (cleaned == null) {
            problems.add(new FieldProblem(field, "REQUIRED"));
        } else if (cleaned.length() > limit) {
            problems.add(new FieldProblem(field, "TOO_LONG", Integer.toString(limit)));
        }
        return cleaned;
    }

    private String checked(String field, Checked<String> value) {
        value.problemAt(field).ifPresent(problems::add);
        return value.value();
    }

    private String language(String text) {
        String language = emptyToNull(TextFold.clean(text));
        if (language != null && !language.equals("vi") && !language.equals("en")) {
            problems.add(new FieldProblem("language", "UNKNOWN_OPTION", language));
        }
        return language;
    }

    private String role(String text, Set<String> roles) {
        String role = emptyToNull(TextFold.clean(text));
        if (role == null) {
            problems.add(new FieldProblem("role", "REQUIRED"));
        } else if (!roles.contains(role)) {
            problems.add(new FieldProblem("role", "UNKNOWN_OPTION", role));
        }
        return role;
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private UserInput orThrow(UserInput cleaned) {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return cleaned;
    }
}
