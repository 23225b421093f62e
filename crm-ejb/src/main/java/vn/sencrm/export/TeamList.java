package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.assignment.AssignmentQueries;
import vn.sencrm.customer.CellTexts;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.team.Team;
import vn.sencrm.identity.team.TeamQueries;

/** Teams as their page lists them: who is in them, and how many customers wait. */
@ApplicationScoped
class TeamList implements ShortList {

    @Inject
    TeamQueries teams;

    @Inject
    AssignmentQueries assignment;

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public String right() {
        return Right.USER_MANAGE;
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return List.of("name", "mode", "members", "queue", "state").stream()
                .map(name -> new ExportColumn(name, words.message("team." + name)))
                .toList();
    }

    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        Map<Long, Integer> queues = assignment.queues();
        return teams.all().stream()
                .map(team -> cells(team, queues.getOrDefault(team.id(), 0), words))
                .toList();
    }

    private static String[] cells(Team team, int queued, ListWords words) {
        String members =
                team.members().stream().map(Team.Member::fullName).collect(Collectors.joining(CellTexts.SEPARATOR));
        return new String[] {
            team.name(),
            words.label(team.mode()),
            members,
            Integer.toString(queued),
            words.message(team.archived() ? "team.archived" : "team.in_use")
        };
    }
}
