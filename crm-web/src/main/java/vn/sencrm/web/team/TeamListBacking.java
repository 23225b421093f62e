package vn.sencrm.web.team;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.assignment.AssignmentQueries;
import vn.sencrm.identity.team.Team;
import vn.sencrm.identity.team.TeamQueries;

/** All teams, and how many customers wait in each one's queue. */
@Named
@RequestScoped
public class TeamListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TeamQueries queries;

    @Inject
    transient AssignmentQueries assignment;

    private transient List<Team> teams;
    private transient Map<Long, Integer> queues;

    public List<Team> getTeams() {
        if (teams == null) {
            teams = queries.all();
        }
        return teams;
    }

    /** Who is in the team, in order. */
    public String members(Team team) {
        return team.members().stream().map(Team.Member::fullName).collect(Collectors.joining(", "));
    }

    public int queued(Team team) {
        if (queues == null) {
            queues = assignment.queues();
        }
        return queues.getOrDefault(team.id(), 0);
    }
}
