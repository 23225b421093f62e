package vn.sencrm.identity.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.Changes;
import vn.sencrm.common.Internal;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;

/** The deactivation of a user, whose part above hands over what the user owns in the same transaction. */
@Internal
@ApplicationScoped
public class Deactivation {

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

    /**
     * Locks the user against being given anything more, and deactivates them: they cannot sign in, and their sessions
     * and tokens end at the next request.
     *
     * @throws SelfDeactivationException when it is the caller
     * @throws LastAdministratorException when nobody would be left who keeps users
     */
    public User deactivate(long id, Cause cause) {
        if (id == currentUser.id()) {
            throw new SelfDeactivationException();
        }
        User before = sql.lock(id).orElseThrow(() -> new NotFoundException(UserService.ENTITY, id));
        if (before.active()) {
            Instant now = clock.instant();
            sql.setActive(id, false, now);
            administrators.requireOne();
            note(before, cause, now);
        }
        return before;
    }

    private void note(User before, Cause cause, Instant now) {
        User after = sql.find(before.id()).orElseThrow();
        Changes changes = Changes.between(before.audited(), after.audited());
        audit.write(
                now,
                currentUser.id(),
                cause,
                UserService.ENTITY,
                after.id(),
                after.version(),
                AuditSql.UPDATE,
                changes.beforeJson(),
                changes.afterJson());
    }
}
