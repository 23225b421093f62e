package vn.sencrm.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.Page;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.team.Team;
import vn.sencrm.identity.team.TeamInput;
import vn.sencrm.identity.team.TeamMode;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserInput;

/** The JSON of users, teams and roles, a public contract. Members without a value are there, as null. */
final class PeopleJson {

    private PeopleJson() {}

    // --- users

    /** @param inFull with what only those see who keep users */
    static String users(Page<User> page, boolean inFull) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(user -> items.add(inFull ? user(user) : name(user)));
        return list(items, page.total(), page.next());
    }

    static String one(User user) {
        return user(user).build().toString();
    }

    private static JsonObjectBuilder name(User user) {
        return Json.createObjectBuilder()
                .add("id", user.id())
                .add("username", user.username())
                .add("fullName", user.fullName())
                .add("active", user.active());
    }

    private static JsonObjectBuilder user(User user) {
        return name(user)
                .add("version", user.version())
                .add("email", text(user.email()))
                .add("phone", text(user.phone()))
                .add("language", text(user.language()))
                .add("role", user.role())
                .add("mustChangePassword", user.mustChangePassword())
                .add("lastSignInAt", text(user.lastSignInAt()))
                .add("createdAt", text(user.createdAt()));
    }

    /** What the body says of a user; the rest is as it was. */
    static UserInput userInput(JsonObject body, User before) {
        return new UserInput(
                string(body, "username", null),
                string(body, "fullName", before == null ? null : before.fullName()),
                string(body, "email", before == null ? null : before.email()),
                string(body, "phone", before == null ? null : before.phone()),
                string(body, "language", before == null ? null : before.language()),
                string(body, "role", before == null ? null : before.role()));
    }

    // --- teams

    static String teams(List<Team> teams) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        teams.forEach(team -> items.add(team(team)));
        return list(items, teams.size(), null);
    }

    static String one(Team team) {
        return team(team).build().toString();
    }

    private static JsonObjectBuilder team(Team team) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        team.members()
                .forEach(member -> members.add(Json.createObjectBuilder()
                        .add("username", member.username())
                        .add("fullName", member.fullName())
                        .add("active", member.active())
                        .add("absentFrom", text(member.absentFrom()))
                        .add("absentTo", text(member.absentTo()))
                        .add("limit", member.limit() == null ? JsonValue.NULL : Json.createValue(member.limit()))));
        return Json.createObjectBuilder()
                .add("id", team.id())
                .add("version", team.version())
                .add("name", team.name())
                .add("mode", team.mode().name())
                .add("archived", team.archived())
                .add("members", members);
    }

    /** What the body says of a team; the rest is as it was. A list of members takes the place of all. */
    static TeamInput teamInput(JsonObject body, Team before) {
        List<TeamInput.MemberInput> members = body.containsKey("members")
                ? members(body)
                : before == null
                        ? List.of()
                        : before.members().stream().map(PeopleJson::asBefore).toList();
        return new TeamInput(
                string(body, "name", before == null ? null : before.name()),
                constant(body, "mode", TeamMode.class, before == null ? null : before.mode()),
                members);
    }

    private static TeamInput.MemberInput asBefore(Team.Member member) {
        return new TeamInput.MemberInput(
                member.username(), member.active(), member.absentFrom(), member.absentTo(), member.limit());
    }

    private static List<TeamInput.MemberInput> members(JsonObject body) {
        if (!(body.get("members") instanceof JsonArray array)) {
            throw bad("members");
        }
        return array.stream().map(PeopleJson::member).toList();
    }

    /** A member may be a plain user name. */
    private static TeamInput.MemberInput member(JsonValue value) {
        if (value instanceof JsonString username) {
            return new TeamInput.MemberInput(username.getString(), true, null, null, null);
        }
        if (!(value instanceof JsonObject member)) {
            throw bad("members");
        }
        return new TeamInput.MemberInput(
                string(member, "username", null),
                flag(member, "active", true),
                date(member, "absentFrom"),
                date(member, "absentTo"),
                number(member, "limit"));
    }

    // --- roles

    static String roles(List<Role> roles) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        roles.forEach(role -> items.add(role(role)));
        return list(items, roles.size(), null);
    }

    static String one(Role role) {
        return role(role).build().toString();
    }

    private static JsonObjectBuilder role(Role role) {
        return Json.createObjectBuilder()
                .add("code", role.code())
                .add("version", role.version())
                .add("nameVi", role.nameVi())
                .add("nameEn", role.nameEn())
                .add("scope", role.scope().name())
                .add("seesTeams", role.seesTeams())
                .add("seesRoutes", role.seesRoutes())
                .add("rights", Json.createArrayBuilder(new TreeSet<>(role.rights())))
                .add("users", role.users());
    }

    static Set<String> rights(JsonObject body, Set<String> before) {
        if (!body.containsKey("rights")) {
            return before;
        }
        if (!(body.get("rights") instanceof JsonArray array)) {
            throw bad("rights");
        }
        return array.stream()
                .map(value -> value instanceof JsonString right ? right.getString() : value.toString())
                .collect(Collectors.toSet());
    }

    // --- what a body holds

    /** @throws InvalidInputException when the body lacks it */
    static int version(JsonObject body) {
        Integer version = number(body, "version");
        if (version == null) {
            throw new InvalidInputException(List.of(new FieldProblem("version", "REQUIRED")));
        }
        return version;
    }

    static String string(JsonObject body, String name, String otherwise) {
        JsonValue value = body.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString text)) {
            throw bad(name);
        }
        return text.getString();
    }

    static <T extends Enum<T>> T constant(JsonObject body, String name, Class<T> type, T otherwise) {
        String text = string(body, name, otherwise == null ? null : otherwise.name());
        return text == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(() ->
                                new InvalidInputException(List.of(new FieldProblem(name, "UNKNOWN_OPTION", text))));
    }

    static boolean flag(JsonObject body, String name, boolean otherwise) {
        JsonValue value = body.getOrDefault(name, otherwise ? JsonValue.TRUE : JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw bad(name);
        }
        return value == JsonValue.TRUE;
    }

    private static LocalDate date(JsonObject body, String name) {
        String text = string(body, name, null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidInputException(List.of(new FieldProblem(name, "BAD_DATE")));
        }
    }

    private static Integer number(JsonObject body, String name) {
        JsonValue value = body.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonNumber number)) {
            throw bad(name);
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw bad(name);
        }
    }

    private static InvalidInputException bad(String name) {
        return new InvalidInputException(List.of(new FieldProblem(name, "BAD_VALUE", name)));
    }

    private static String list(JsonArrayBuilder items, long total, String next) {
        return Json.createObjectBuilder()
                .add("items", items)
                .add("total", total)
                .add("totalIsExact", true)
                .add("next", text(next))
                .build()
                .toString();
    }

    private static JsonValue text(Object value) {
        return value == null ? JsonValue.NULL : Json.createValue(value.toString());
    }
}
