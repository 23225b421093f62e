package vn.sencrm.identity.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.Changes;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.StaleRecordException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.SignInSession;
import vn.sencrm.identity.SignInSessions;

/** What users see and change of themselves (USR-1): their data, their tokens, and the end of all sessions. */
@Stateless
@RolesAllowed(Right.SIGNED_IN)
public class OwnAccountService {

    @Inject
    UserSql sql;

    @Inject
    TokenSql tokens;

    @Inject
    SignInSessions sessions;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    public User get() {
        return sql.find(currentUser.id()).orElseThrow();
    }

    /**
     * Changes name, phone, e-mail, language and signature; the role is not the user's to change.
     *
     * @throws InvalidInputException naming every field that is wrong
     * @throws StaleRecordException when the user was changed meanwhile
     */
    public void change(int version, UserInput input, String signature, Cause cause) {
        User before = sql.lock(currentUser.id()).orElseThrow();
        String signed = UserCheck.signature(signature);
        UserInput checked = UserCheck.ofChange(
                new UserInput(null, input.fullName(), input.email(), input.phone(), input.language(), before.role()),
                sql.roles());
        if (before.version() != version) {
            throw new StaleRecordException();
        }
        sql.update(before.id(), checked);
        sql.sign(before.id(), signed);
        User after = get();
        Changes changes = Changes.between(before.audited(), after.audited());
        if (!changes.isEmpty()) {
            audit.write(
                    clock.instant(),
                    after.id(),
                    cause,
                    UserService.ENTITY,
                    after.id(),
                    after.version(),
                    AuditSql.UPDATE,
                    changes.beforeJson(),
                    changes.afterJson());
        }
    }

    /** The user's tokens, newest first. */
    public List<Token> tokens() {
        return tokens.valid(currentUser.id(), clock.instant());
    }

    /** Ends one of the user's own tokens; one of somebody else's is left alone. */
    public void revokeToken(long id) {
        tokens.revoke(currentUser.id(), id, clock.instant());
    }

    /** The user's sessions that are still good, the last seen first. */
    public List<SignInSession> sessions() {
        return sessions.of(currentUser.id());
    }

    /** Ends one of the user's own sessions; one of somebody else's is left alone. */
    public void endSession(long id) {
        sessions.end(currentUser.id(), id);
    }

    /** The session from which this is asked; null for none. */
    public Long session() {
        return currentUser.session();
    }

    /** Ends every session and token of the user, this one too, on every server. */
    public void signOutEverywhere(Cause cause) {
        User user = get();
        sql.endSessions(user.id(), clock.instant());
        audit.write(
                clock.instant(),
                user.id(),
                cause,
                UserService.ENTITY,
                user.id(),
                user.version(),
                "SESSIONS_ENDED",
                null,
                "{}");
    }
}
