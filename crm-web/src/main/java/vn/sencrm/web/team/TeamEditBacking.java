package vn.sencrm.web.team;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.sencrm.assignment.AssignmentQueries;
import vn.sencrm.assignment.TeamLoad;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.team.Team;
import vn.sencrm.identity.team.TeamInput;
import vn.sencrm.identity.team.TeamMode;
import vn.sencrm.identity.team.TeamQueries;
import vn.sencrm.identity.team.TeamService;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserQueries;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/** A new team, or one that is there: its rule, its members in order, its queue and its latest dealings. */
@Named
@RequestScoped
public class TeamEditBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USERS_OFFERED = 1_000;

    @Inject
    transient TeamService teams;

    @Inject
    transient TeamQueries queries;

    @Inject
    transient UserQueries userQueries;

    @Inject
    transient AssignmentQueries assignment;

    @Inject
    transient Notices notices;

    @Inject
    transient Texts texts;

    @Inject
    transient FacesContext faces;

    private long id;
    private int version;
    private String name;
    private TeamMode mode = TeamMode.SEQUENTIAL;
    private List<MemberForm> members = new ArrayList<>();
    private transient Team team;
    private transient TeamLoad load;
    private transient List<User> users;

    /** The address and hidden fields say which team it is, and how many rows of members a form has. */
    @PostConstruct
    void readAddress() {
        Map<String, String> parameters = external().getRequestParameterMap();
        String number = parameters.getOrDefault("id", "");
        id = number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
        String rows = parameters.getOrDefault("rows", "");
        int sent = faces.isPostback() && rows.matches("\\d{1,3}") ? Integer.parseInt(rows) : 0;
        for (int i = 0; i < sent; i++) {
            members.add(new MemberForm());
        }
    }

    public void open() {
        if (isKnown()) {
            version = getTeam().version();
            name = getTeam().name();
            mode = getTeam().mode();
            getTeam().members().forEach(member -> members.add(MemberForm.of(member)));
        } else {
            members.add(new MemberForm());
        }
    }

    public void save() throws IOException {
        TeamInput input = input();
        Team saved = isKnown() ? teams.change(id, version, input, Cause.FORM) : teams.create(input, Cause.FORM);
        notices.success("team_edit.message.saved", saved.name());
        external().redirect(external().getRequestContextPath() + "/team/edit.xhtml?id=" + saved.id());
    }

    /** Rows without a user are not there. */
    private TeamInput input() {
        members.removeIf(MemberForm::isEmpty);
        List<FieldProblem> problems = new ArrayList<>();
        List<TeamInput.MemberInput> inputs = new ArrayList<>();
        for (MemberForm member : members) {
            inputs.add(member.input(inputs.size(), problems));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new TeamInput(name, mode, inputs);
    }

    public void add() {
        members.add(new MemberForm());
    }

    public void remove(int place) {
        members.remove(place);
    }

    public void moveUp(int place) {
        Collections.swap(members, place, place - 1);
    }

    public void archive(boolean archived) throws IOException {
        teams.archive(id, archived, Cause.FORM);
        notices.success(
                archived ? "team_edit.message.archived" : "team_edit.message.restored",
                getTeam().name());
        external().redirect(external().getRequestContextPath() + "/team/list.xhtml");
    }

    // --- what the page shows

    public boolean isKnown() {
        return id > 0;
    }

    public Team getTeam() {
        if (team == null) {
            team = queries.get(id);
        }
        return team;
    }

    public String getTitle() {
        return isKnown() ? getTeam().name() : texts.message("team_edit.new");
    }

    public TeamLoad getLoad() {
        if (load == null) {
            load = assignment.of(id);
        }
        return load;
    }

    /** How many open customers the member has now; empty for one who is no member yet. */
    public String open(String username) {
        return isKnown()
                ? getLoad().loads().stream()
                        .filter(one -> one.username().equals(username))
                        .map(one -> texts.message("team_edit.open", one.open()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    public TeamMode[] getModes() {
        return TeamMode.values();
    }

    /** Active users, and those who are members all the same. */
    public List<User> getUsers() {
        if (users == null) {
            users = userQueries.page(new UserQueries.Asked(null, null, null, null, USERS_OFFERED)).items().stream()
                    .filter(user -> user.active()
                            || members.stream()
                                    .anyMatch(member -> user.username().equals(member.getUsername())))
                    .toList();
        }
        return users;
    }

    private ExternalContext external() {
        return faces.getExternalContext();
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public TeamMode getMode() {
        return mode;
    }

    public void setMode(TeamMode mode) {
        this.mode = mode;
    }

    public List<MemberForm> getMembers() {
        return members;
    }
}
