package vn.sencrm.identity.team;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A team with its members in order. An archived one is offered no more and deals nothing out. */
public record Team(long id, int version, String name, TeamMode mode, boolean archived, List<Member> members) {

    /**
     * Somebody of a team.
     *
     * @param userActive false for a deactivated user, who is passed over
     * @param active whether they take part in the team's dealing
     * @param absentFrom the first day of an absence, null when it is open or there is none
     * @param absentTo the last day of an absence, null when it is open or there is none
     * @param limit how many customers in RAW and LEAD they may own; null for any number
     */
    public record Member(
            String username,
            String fullName,
            boolean userActive,
            boolean active,
            LocalDate absentFrom,
            LocalDate absentTo,
            Integer limit) {

        String audited() {
            return username
                    + (active ? "" : " off")
                    + (absentFrom == null ? "" : " from " + absentFrom)
                    + (absentTo == null ? "" : " to " + absentTo)
                    + (limit == null ? "" : " limit " + limit);
        }
    }

    public Team {
        members = List.copyOf(members);
    }

    /** What the audit tells of a team. */
    Map<String, Object> audited() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("mode", mode.name());
        values.put("archived", archived);
        values.put("members", members.stream().map(Member::audited).toList());
        return values;
    }
}
