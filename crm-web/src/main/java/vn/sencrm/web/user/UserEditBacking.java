package vn.sencrm.web.user;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.assignment.Assigned;
import vn.sencrm.assignment.HandOver;
import vn.sencrm.assignment.LeavingService;
import vn.sencrm.audit.Cause;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.role.RoleService;
import vn.sencrm.identity.team.TeamMode;
import vn.sencrm.identity.team.TeamQueries;
import vn.sencrm.identity.user.CreatedUser;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserQueries;
import vn.sencrm.identity.user.UserService;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/** A new user, or one that is there: data, role, sign-in, and the deactivation with its hand-over. */
@Named
@RequestScoped
public class UserEditBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SUCCESSORS = 500;
    private static final String TO_USER = "user:";
    private static final String TO_TEAM = "team:";

    @Inject
    transient UserService users;

    @Inject
    transient UserQueries queries;

    @Inject
    transient RoleService roles;

    @Inject
    transient TeamQueries teams;

    @Inject
    transient LeavingService leaving;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient Notices notices;

    @Inject
    transient Texts texts;

    @Inject
    transient ExternalContext external;

    private final UserForm form = new UserForm();
    private long id;
    private String successor;
    private transient User user;
    private transient Integer owned;

    /** The address and a hidden field of each form say who it is. */
    @PostConstruct
    void readAddress() {
        String number = external.getRequestParameterMap().getOrDefault("id", "");
        id = number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    public void open() {
        if (isKnown()) {
            form.read(getUser());
        }
    }

    public void save() throws IOException {
        if (isKnown()) {
            users.change(id, form.getVersion(), form.input(), Cause.FORM);
            notices.success("user_edit.message.saved", form.getFullName());
        } else {
            CreatedUser created = users.create(form.input(), Cause.FORM);
            id = created.id();
            tellPassword(created);
        }
        showAgain();
    }

    public void resetPassword() throws IOException {
        tellPassword(users.resetPassword(id, Cause.FORM));
        showAgain();
    }

    /** Told on the next page and never again; nothing keeps it but its hash. */
    private void tellPassword(CreatedUser created) {
        notices.warning("user_edit.message.password", created.username(), created.oneTimePassword());
    }

    public void endSessions() throws IOException {
        users.endSessions(id, Cause.FORM);
        notices.success("user_edit.message.sessions_ended");
        showAgain();
    }

    public void activate() throws IOException {
        users.activate(id, Cause.FORM);
        notices.success("user_edit.message.activated", getUser().fullName());
        showAgain();
    }

    public void deactivate() throws IOException {
        Assigned handedOver = leaving.deactivate(id, handOver(), Cause.FORM);
        notices.success("user_edit.message.deactivated", getUser().fullName(), handedOver.customers());
        if (handedOver.queued() > 0) {
            notices.warning("user_edit.message.queued", handedOver.queued());
        }
        showAgain();
    }

    private HandOver handOver() {
        if (successor != null && successor.startsWith(TO_USER)) {
            return HandOver.toUser(successor.substring(TO_USER.length()));
        }
        return successor != null && successor.startsWith(TO_TEAM)
                ? HandOver.toTeam(successor.substring(TO_TEAM.length()))
                : HandOver.NOBODY;
    }

    private void showAgain() throws IOException {
        external.redirect(external.getRequestContextPath() + "/user/edit.xhtml?id=" + id);
    }

    // --- what the page shows

    public boolean isKnown() {
        return id > 0;
    }

    public boolean isMyself() {
        return id == currentUser.id();
    }

    public User getUser() {
        if (user == null) {
            user = queries.get(id);
        }
        return user;
    }

    public String getTitle() {
        return isKnown() ? getUser().fullName() : texts.message("user_edit.new");
    }

    public int getOwned() {
        if (owned == null) {
            owned = leaving.owned(id);
        }
        return owned;
    }

    public List<Role> getRoles() {
        return roles.all();
    }

    /** Who may take the customers: other users, and teams that deal out. */
    public List<SelectItem> getSuccessors() {
        SelectItem[] people = queries.page(new UserQueries.Asked(null, true, null, null, SUCCESSORS)).items().stream()
                .filter(other -> other.id() != id)
                .map(other -> new SelectItem(TO_USER + other.username(), other.fullName()))
                .toArray(SelectItem[]::new);
        SelectItem[] dealing = teams.all().stream()
                .filter(team -> !team.archived() && team.mode() != TeamMode.NONE)
                .map(team -> new SelectItem(
                        TO_TEAM + team.name(),
                        texts.message("user_edit.successor.team", team.name(), texts.label(team.mode()))))
                .toArray(SelectItem[]::new);
        return List.of(
                new SelectItemGroup(texts.message("user_edit.successor.people"), null, false, people),
                new SelectItemGroup(texts.message("user_edit.successor.teams"), null, false, dealing));
    }

    public UserForm getForm() {
        return form;
    }

    public long getId() {
        return id;
    }

    public String getSuccessor() {
        return successor;
    }

    public void setSuccessor(String successor) {
        this.successor = successor;
    }
}
