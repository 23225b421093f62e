package vn.sencrm.web.team;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.identity.team.Team;
import vn.sencrm.identity.team.TeamInput;

/** What is typed of one member of a team. */
public class MemberForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String username;
    private boolean active = true;
    private String absentFrom;
    private String absentTo;
    private String limit;

    static MemberForm of(Team.Member member) {
        MemberForm form = new MemberForm();
        form.username = member.username();
        form.active = member.active();
        form.absentFrom = text(member.absentFrom());
        form.absentTo = text(member.absentTo());
        form.limit = text(member.limit());
        return form;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    boolean isEmpty() {
        return username == null || username.isEmpty();
    }

    /** @param problems takes what cannot be read, under {@code members[place].…} */
    TeamInput.MemberInput input(int place, List<FieldProblem> problems) {
        String prefix = "members[" + place + "].";
        return new TeamInput.MemberInput(
                username,
                active,
                date(prefix + "absentFrom", absentFrom, problems),
                date(prefix + "absentTo", absentTo, problems),
                number(prefix + "limit", limit, problems));
    }

    private static LocalDate date(String field, String text, List<FieldProblem> problems) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.trim());
        } catch (DateTimeParseException e) {
            problems.add(new FieldProblem(field, "BAD_DATE"));
            return null;
        }
    }

    private static Integer number(String field, String text, List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.trim().matches("\\d{1,9}")) {
            return Integer.valueOf(text.trim());
        }
        problems.add(new FieldProblem(field, "OUT_OF_RANGE", "0", "1000000"));
        return null;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getAbsentFrom() {
        return absentFrom;
    }

    public void setAbsentFrom(String absentFrom) {
        this.absentFrom = absentFrom;
    }

    public String getAbsentTo() {
        return absentTo;
    }

    public void setAbsentTo(String absentTo) {
        this.absentTo = absentTo;
    }

    public String getLimit() {
        return limit;
    }

    public void setLimit(String limit) {
        this.limit = limit;
    }
}
