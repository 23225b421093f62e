package vn.sencrm.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Accounts;

/** Where an open window listens. It is told words that mean "ask again", never what it would be shown. */
@ServerEndpoint(value = "/live", configurator = LiveDoor.class)
public class LiveEndpoint {

    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class.getName());
    private static final String USER = "sen.user";

    /** Nothing is expected from windows. */
    private static final int MOST_HEARD = 64;

    @Inject
    LiveSockets sockets;

    @Inject
    Accounts accounts;

    @OnOpen
    public void open(Session session) throws IOException {
        session.setMaxTextMessageBufferSize(MOST_HEARD);
        Principal caller = session.getUserPrincipal();
        Optional<Account> account = caller == null ? Optional.empty() : accounts.byUsername(caller.getName());
        if (account.isEmpty()) {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "nobody is signed in"));
            return;
        }
        session.getUserProperties().put(USER, account.get().id());
        sockets.add(account.get().id(), session);
    }

    @OnClose
    public void close(Session session) {
        if (session.getUserProperties().get(USER) instanceof Long userId) {
            sockets.remove(userId, session);
        }
    }

    /** A window that was closed without a word, or a network that broke. */
    @OnError
    public void fail(Session session, Throwable failure) {
        LOG.log(Level.FINE, "A window's connection broke", failure);
        close(session);
    }
}
