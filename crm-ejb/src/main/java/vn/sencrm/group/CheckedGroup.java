package vn.sencrm.group;

import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerFilterFields;

/** The values of a group, complete and right; what was not given is taken over. */
record CheckedGroup(String name, String description, String filter) {

    static final int NAME_LENGTH = 120;
    static final int DESCRIPTION_LENGTH = 2_000;

    /** @throws InvalidInputException naming every field that is wrong */
    static CheckedGroup of(CustomerGroup before, GroupInput input, GroupSql sql) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = text(input.name(), before == null ? null : before.name(), false);
        check("name", name, NAME_LENGTH, problems);
        if (!name.isEmpty() && sql.isNameTaken(name, before == null ? 0 : before.id())) {
            problems.add(new FieldProblem("name", "NAME_TAKEN", name));
        }
        String description = text(input.description(), before == null ? null : before.description(), true);
        check("description", description, DESCRIPTION_LENGTH, problems);
        String filter = filter(before, input.filter(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new CheckedGroup(name, description, filter);
    }

    private static String text(String given, String before, boolean lines) {
        if (given == null) {
            return before == null ? "" : before;
        }
        return lines ? TextFold.cleanLines(given) : TextFold.clean(given);
    }

    private static void check(String field, String value, int length, List<FieldProblem> problems) {
        if (value.isEmpty()) {
            problems.add(new FieldProblem(field, "REQUIRED"));
        } else if (value.length() > length) {
            problems.add(new FieldProblem(field, "TOO_LONG", Integer.toString(length)));
        }
    }

    /** A static group stays one: its members are not thrown away by the way. Groups are not made of groups. */
    private static String filter(CustomerGroup before, Filter given, List<FieldProblem> problems) {
        if (given == null) {
            return before == null ? null : before.filter();
        }
        if (before != null && !before.isDynamic()) {
            problems.add(new FieldProblem("filter", "GROUP_STATIC"));
        }
        if (given.equals(Filter.ALL)) {
            problems.add(new FieldProblem("filter", "REQUIRED"));
        }
        if (given.fields().contains(CustomerFilterFields.GROUP)) {
            problems.add(new FieldProblem("filter", "GROUP_IN_GROUP"));
        }
        return given.toJson();
    }

    boolean isAsIn(CustomerGroup group) {
        return name.equals(group.name())
                && description.equals(group.description())
                && java.util.Objects.equals(filter, group.filter());
    }
}
