package vn.sencrm.customer.route;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;

/** The values of a route, complete and right; what was not given is taken over. */
record CheckedRoute(String code, String name, String notes, boolean archived, Map<String, Long> staff) {

    static final int CODE_LENGTH = 40;
    static final int NAME_LENGTH = 120;
    static final int NOTES_LENGTH = 2_000;

    /** @throws InvalidInputException naming every field that is wrong */
    static CheckedRoute of(Route before, RouteInput input, RouteSql sql) {
        List<FieldProblem> problems = new ArrayList<>();
        String code = code(before, input, sql, problems);
        String name = input.name() == null && before != null ? before.name() : TextFold.clean(text(input.name()));
        limit("name", name, NAME_LENGTH, problems);
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", "REQUIRED"));
        }
        String notes =
                input.notes() == null && before != null ? before.notes() : TextFold.cleanLines(text(input.notes()));
        limit("notes", notes, NOTES_LENGTH, problems);
        Map<String, Long> staff = staff(before, input, sql, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        boolean archived = input.archived() == null ? before != null && before.archived() : input.archived();
        return new CheckedRoute(code, name, notes == null || notes.isEmpty() ? null : notes, archived, staff);
    }

    private static String code(Route before, RouteInput input, RouteSql sql, List<FieldProblem> problems) {
        String code = TextFold.clean(text(input.code()));
        if (code.isEmpty()) {
            return before == null ? sql.nextCode() : before.code();
        }
        limit("code", code, CODE_LENGTH, problems);
        if (!code.matches("[\\p{L}\\p{N}._/-]*")) {
            problems.add(new FieldProblem("code", "BAD_CODE"));
        } else if (sql.isCodeTaken(code, before == null ? 0 : before.id())) {
            problems.add(new FieldProblem("code", "CODE_TAKEN", code));
        }
        return code;
    }

    private static Map<String, Long> staff(Route before, RouteInput input, RouteSql sql, List<FieldProblem> problems) {
        List<String> given = input.staff() != null
                ? input.staff()
                : before == null
                        ? List.of()
                        : before.staff().stream().map(Route.Staff::username).toList();
        Map<String, Long> known = sql.users(given);
        Map<String, Long> staff = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < given.size(); i++) {
            Long id = known.get(given.get(i).toLowerCase(Locale.ROOT));
            if (id == null) {
                problems.add(new FieldProblem("staff[" + i + "]", "UNKNOWN_USER", given.get(i)));
            } else {
                staff.put(given.get(i), id);
            }
        }
        return staff;
    }

    private static void limit(String field, String value, int length, List<FieldProblem> problems) {
        if (value != null && value.length() > length) {
            problems.add(new FieldProblem(field, "TOO_LONG", Integer.toString(length)));
        }
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    boolean isAsIn(Route route) {
        Map<String, Long> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        route.staff().forEach(member -> others.put(member.username(), 0L));
        return code.equals(route.code())
                && name.equals(route.name())
                && Objects.equals(notes, route.notes())
                && archived == route.archived()
                && staff.keySet().equals(others.keySet());
    }

    /** The form in which the audit keeps a route. */
    static String json(Route route) {
        JsonArrayBuilder staff = JSON.createArrayBuilder();
        route.staff().forEach(member -> staff.add(member.username()));
        return JSON.createObjectBuilder()
                .add("code", route.code())
                .add("name", route.name())
                .add("notes", text(route.notes()))
                .add("archived", route.archived())
                .add("staff", staff)
                .build()
                .toString();
    }
}
