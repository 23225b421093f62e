package vn.sencrm.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.sencrm.event.BellChanged;

/** The windows that are connected to this server, by user; those of other servers are told there. */
@ApplicationScoped
public class LiveSockets {

    static final String BELL = "bell";

    private final Map<Long, Set<Session>> byUser = new ConcurrentHashMap<>();

    void add(long userId, Session session) {
        byUser.computeIfAbsent(userId, id -> ConcurrentHashMap.newKeySet()).add(session);
    }

    void remove(long userId, Session session) {
        byUser.computeIfPresent(userId, (id, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    void onBell(@Observes BellChanged bell) {
        sessions(bell).filter(Session::isOpen).forEach(session -> session.getAsyncRemote()
                .sendText(BELL));
    }

    private Stream<Session> sessions(BellChanged bell) {
        return bell.isForEverybody()
                ? byUser.values().stream().flatMap(Set::stream)
                : byUser.getOrDefault(bell.userId(), Set.of()).stream();
    }
}
