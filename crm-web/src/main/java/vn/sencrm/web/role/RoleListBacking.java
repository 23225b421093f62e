package vn.sencrm.web.role;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.StaleRecordException;
import vn.sencrm.identity.RecordScope;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.role.RoleInput;
import vn.sencrm.identity.role.RoleService;
import vn.sencrm.web.shell.CodeAndNames;
import vn.sencrm.web.shell.Notices;

/** The table of roles. What was read is compared with what was ticked, and only what differs is changed. */
@Named
@RequestScoped
public class RoleListBacking extends CodeAndNames {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RoleService service;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private String like = "STAFF";
    private transient Map<String, Role> stored;
    private List<RoleForm> roles;

    public List<RoleForm> getRoles() {
        if (roles == null) {
            List<Role> all = service.all();
            stored = all.stream().collect(Collectors.toMap(Role::code, Function.identity()));
            roles = all.stream().map(RoleForm::of).toList();
        }
        return roles;
    }

    public void save() throws IOException {
        if (!getRoles().stream().allMatch(RoleForm::isWhereItWas)) {
            throw new StaleRecordException();
        }
        List<RoleInput> changed = getRoles().stream()
                .filter(form -> form.differsFrom(stored.get(form.getCode())))
                .map(RoleForm::input)
                .toList();
        if (!changed.isEmpty()) {
            service.change(changed, Cause.FORM);
            notices.success("role_list.message.saved", changed.size());
        }
        showAgain();
    }

    /** A new role begins as a copy of another. */
    public void create() throws IOException {
        Role model = service.all().stream()
                .filter(role -> role.code().equals(like))
                .findFirst()
                .orElse(null);
        service.create(
                new RoleInput(
                        code,
                        0,
                        nameVi,
                        nameEn,
                        model == null ? RecordScope.OWN : model.scope(),
                        model == null || model.seesTeams(),
                        model == null || model.seesRoutes(),
                        model == null ? Set.of() : model.rights()),
                Cause.FORM);
        notices.success("role_list.message.created", nameVi);
        showAgain();
    }

    public void delete(String which) throws IOException {
        service.delete(which, Cause.FORM);
        notices.success("role_list.message.deleted", which);
        showAgain();
    }

    private void showAgain() throws IOException {
        external.redirect(external.getRequestContextPath() + "/role/list.xhtml");
    }

    public List<String> getRights() {
        return Right.GRANTABLE;
    }

    public RecordScope[] getScopes() {
        return RecordScope.values();
    }

    public String getLike() {
        return like;
    }

    public void setLike(String like) {
        this.like = like;
    }
}
