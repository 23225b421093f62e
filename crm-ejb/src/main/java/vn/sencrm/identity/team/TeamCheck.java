package vn.sencrm.identity.team;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;

/** Checks what is said of a team. */
final class TeamCheck {

    private static final int MAX_NAME = 120;
    private static final int MAX_MEMBERS = 500;
    private static final int MAX_LIMIT = 1_000_000;

    private final List<FieldProblem> problems = new ArrayList<>();

    private TeamCheck() {}

    /**
     * The input with its name cleaned; every problem at once, those of members under {@code members[0].limit}.
     *
     * @param users the ids of those whom the members name, by user name in lower case
     */
    static TeamInput checked(TeamInput input, Map<String, Long> users) {
        TeamCheck check = new TeamCheck();
        String name = check.name(input.name());
        if (input.mode() == null) {
            check.problems.add(new FieldProblem("mode", "REQUIRED"));
        }
        check.members(input.members(), users);
        if (!check.problems.isEmpty()) {
            throw new InvalidInputException(check.problems);
        }
        return new TeamInput(name, input.mode(), input.members());
    }

    private String name(String text) {
        String name = TextFold.clean(text);
        if (name == null || name.isEmpty()) {
            problems.add(new FieldProblem("name", "REQUIRED"));
        } else if (name.length() > MAX_NAME) {
            problems.add(new FieldProblem("name", "TOO_LONG", Integer.toString(MAX_NAME)));
        }
        return name;
    }

    private void members(List<TeamInput.MemberInput> members, Map<String, Long> users) {
        if (members.size() > MAX_MEMBERS) {
            problems.add(new FieldProblem("members", "TOO_MANY", Integer.toString(MAX_MEMBERS)));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            member("members[" + i + "].", members.get(i), users, seen);
        }
    }

    private void member(String prefix, TeamInput.MemberInput member, Map<String, Long> users, Set<String> seen) {
        String key = key(member.username());
        if (!users.containsKey(key)) {
            problems.add(new FieldProblem(prefix + "username", "UNKNOWN_OWNER", String.valueOf(member.username())));
        } else if (!seen.add(key)) {
            problems.add(new FieldProblem(prefix + "username", "MEMBER_TWICE"));
        }
        boolean bothDays = member.absentFrom() != null && member.absentTo() != null;
        if (bothDays && member.absentTo().isBefore(member.absentFrom())) {
            problems.add(new FieldProblem(prefix + "absentTo", "DATE_ORDER"));
        }
        if (member.limit() != null && (member.limit() < 0 || member.limit() > MAX_LIMIT)) {
            problems.add(new FieldProblem(prefix + "limit", "OUT_OF_RANGE", "0", Integer.toString(MAX_LIMIT)));
        }
    }

    static String key(String username) {
        return username == null ? "" : TextFold.clean(username).toLowerCase(Locale.ROOT);
    }
}
