package vn.sencrm.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import vn.sencrm.identity.Account;

/** What a session remembers of a sign-in: who, with which security stamp, since when. Nothing else decides. */
final class SignedInSession {

    private static final String USER = "crm.user";
    private static final String STAMP = "crm.stamp";
    private static final String SINCE = "crm.since";
    private static final String ID = "crm.session";
    private static final String SEEN = "crm.seen";

    private SignedInSession() {}

    /** A new session id for every sign-in, and none of what an earlier user left behind. */
    static void begin(HttpServletRequest request, Account account, long id, Instant now) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            if (session.getAttribute(USER) == null) {
                request.changeSessionId();
            } else {
                session.invalidate();
            }
        }
        session = request.getSession();
        session.setAttribute(USER, account.id());
        session.setAttribute(ID, id);
        session.setAttribute(SINCE, now.toEpochMilli());
        session.setAttribute(SEEN, now.toEpochMilli());
        renewStamp(session, account);
    }

    /** After a change of password: this session goes on, all others of the user end. */
    static void renewStamp(HttpSession session, Account account) {
        session.setAttribute(STAMP, account.stamp());
    }

    static Long userId(HttpSession session) {
        return session.getAttribute(USER) instanceof Long id ? id : null;
    }

    /** The number under which it is written down; null for one that began before an upgrade. */
    static Long id(HttpSession session) {
        return session.getAttribute(ID) instanceof Long id ? id : null;
    }

    /** Whether its row has to be told that it is still used; true once in a while. */
    static boolean isToBeSeen(HttpSession session, Duration every, Instant now) {
        boolean due = id(session) != null
                && !(session.getAttribute(SEEN) instanceof Long seen
                        && now.isBefore(Instant.ofEpochMilli(seen).plus(every)));
        if (due) {
            session.setAttribute(SEEN, now.toEpochMilli());
        }
        return due;
    }

    static boolean belongsTo(HttpSession session, Account account) {
        return account.stamp().equals(session.getAttribute(STAMP));
    }

    static boolean isOlderThan(HttpSession session, Duration lifetime, Instant now) {
        return !(session.getAttribute(SINCE) instanceof Long since)
                || now.isAfter(Instant.ofEpochMilli(since).plus(lifetime));
    }
}
