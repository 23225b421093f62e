package vn.sencrm.identity.team;

import java.time.LocalDate;
import java.util.List;

/** What is said of a team, as it was typed; the members in their order. */
public record TeamInput(String name, TeamMode mode, List<MemberInput> members) {

    /** A member by user name; the rest as in {@link Team.Member}. */
    public record MemberInput(
            String username, boolean active, LocalDate absentFrom, LocalDate absentTo, Integer limit) {}

    public TeamInput {
        members = List.copyOf(members);
    }
}
