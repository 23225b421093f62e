package vn.sencrm.identity.role;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.Changes;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.StaleRecordException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.user.Administrators;
import vn.sencrm.identity.user.LastAdministratorException;

/** Keeps roles (SEC-1). What a role grants holds at the next request of everybody who holds it. */
@Stateless
@RolesAllowed(Right.USER_MANAGE)
public class RoleService {

    private static final String ENTITY = "role";

    @Inject
    RoleSql sql;

    @Inject
    Administrators administrators;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** In their order. */
    public List<Role> all() {
        return sql.all();
    }

    /** @throws InvalidInputException naming every field that is wrong, {@code code} too when it is taken */
    public Role create(RoleInput input, Cause cause) {
        RoleInput checked = RoleCheck.checked(input);
        if (!sql.insert(checked)) {
            throw new InvalidInputException(List.of(new FieldProblem("code", "CODE_TAKEN", checked.code())));
        }
        sql.putRights(checked.code(), checked.rights());
        Role role = find(checked.code());
        write(role, cause, AuditSql.CREATE, null, Changes.json(role.audited()));
        return role;
    }

    /**
     * Changes several roles, all or none: a right may wander from one to another.
     *
     * @throws StaleRecordException when somebody else changed one of them meanwhile
     * @throws LastAdministratorException when nobody would be left who keeps users and roles
     */
    public void change(Collection<RoleInput> inputs, Cause cause) {
        inputs.forEach(input -> change(RoleCheck.checked(input), find(input.code()), cause));
        administrators.requireOne();
    }

    private void change(RoleInput input, Role before, Cause cause) {
        if (before.version() != input.version() || !sql.update(input)) {
            throw new StaleRecordException();
        }
        sql.putRights(input.code(), input.rights());
        Role after = find(input.code());
        Changes changes = Changes.between(before.audited(), after.audited());
        if (!changes.isEmpty()) {
            write(after, cause, AuditSql.UPDATE, changes.beforeJson(), changes.afterJson());
        }
    }

    /** @throws RoleInUseException when somebody holds it */
    public void delete(String code, Cause cause) {
        Role role = find(code);
        if (role.users() > 0) {
            throw new RoleInUseException(role.users());
        }
        sql.delete(code);
        write(role, cause, "DELETE", Changes.json(role.audited()), "{}");
    }

    private Role find(String code) {
        return sql.find(code).orElseThrow(() -> new NotFoundException(ENTITY, code));
    }

    private void write(Role role, Cause cause, String action, String before, String after) {
        audit.write(clock.instant(), currentUser.id(), cause, ENTITY, role.id(), role.version(), action, before, after);
    }
}
