package vn.sencrm.identity.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.Changes;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.StaleRecordException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.PasswordHash;
import vn.sencrm.identity.Right;

/**
 * Keeps users (SEC-1). A changed role holds at the user's next request; a new password and the end of sessions hold
 * for open sessions and tokens at once. A user is never deleted: customers and history name them.
 */
@Stateless
@RolesAllowed(Right.USER_MANAGE)
public class UserService {

    static final String ENTITY = "user";

    @Inject
    UserSql sql;

    @Inject
    Administrators administrators;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** @throws InvalidInputException naming every field that is wrong, {@code username} too when it is taken */
    public CreatedUser create(UserInput input, Cause cause) {
        UserInput checked = UserCheck.ofNew(input, sql.roles());
        if (sql.isTaken(checked.username())) {
            throw taken(checked);
        }
        String password = OneTimePassword.make();
        long id = sql.insert(checked, PasswordHash.of(password).toString(), clock.instant())
                .orElseThrow(() -> taken(checked));
        User user = sql.find(id).orElseThrow();
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                id,
                user.version(),
                AuditSql.CREATE,
                null,
                Changes.json(user.audited()));
        return new CreatedUser(id, user.username(), password);
    }

    private static InvalidInputException taken(UserInput input) {
        return new InvalidInputException(List.of(new FieldProblem("username", "USERNAME_TAKEN", input.username())));
    }

    /**
     * Changes all but the user name, which is kept.
     *
     * @throws StaleRecordException when somebody else changed the user meanwhile
     * @throws LastAdministratorException when nobody would be left who keeps users
     */
    public User change(long id, int version, UserInput input, Cause cause) {
        UserInput checked = UserCheck.ofChange(input, sql.roles());
        User before = locked(id);
        if (before.version() != version) {
            throw new StaleRecordException();
        }
        sql.update(id, checked);
        if (!before.role().equals(checked.role())) {
            administrators.requireOne();
        }
        return audited(before, cause);
    }

    /** Lets a deactivated user sign in again; with the old password, unless that is reset. */
    public User activate(long id, Cause cause) {
        User before = locked(id);
        if (!before.active()) {
            sql.setActive(id, true, clock.instant());
        }
        return audited(before, cause);
    }

    /** Gives a new password, to be changed at the next sign-in; ends all sessions and tokens. */
    public CreatedUser resetPassword(long id, Cause cause) {
        User before = locked(id);
        String password = OneTimePassword.make();
        sql.givePassword(id, PasswordHash.of(password).toString(), clock.instant());
        note(before, cause, "PASSWORD_RESET");
        return new CreatedUser(id, before.username(), password);
    }

    /** Ends every session and token of the user, on every server, at their next request. */
    public void endSessions(long id, Cause cause) {
        User user = locked(id);
        sql.endSessions(id, clock.instant());
        note(user, cause, "SESSIONS_ENDED");
    }

    private User locked(long id) {
        return sql.lock(id).orElseThrow(() -> new NotFoundException(ENTITY, id));
    }

    private User audited(User before, Cause cause) {
        User after = sql.find(before.id()).orElseThrow();
        Changes changes = Changes.between(before.audited(), after.audited());
        if (!changes.isEmpty()) {
            audit.write(
                    clock.instant(),
                    currentUser.id(),
                    cause,
                    ENTITY,
                    after.id(),
                    after.version(),
                    AuditSql.UPDATE,
                    changes.beforeJson(),
                    changes.afterJson());
        }
        return after;
    }

    private void note(User user, Cause cause, String action) {
        audit.write(clock.instant(), currentUser.id(), cause, ENTITY, user.id(), user.version(), action, null, "{}");
    }
}
