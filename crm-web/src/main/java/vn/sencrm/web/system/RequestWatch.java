package vn.sencrm.web.system;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.sencrm.common.RequestId;

/**
 * Gives each request its id, from before the caller is known until after the answer is written, and counts it. A
 * listener, since what is refused at the door reaches no filter.
 */
@WebListener
public class RequestWatch implements ServletRequestListener {

    /** Of requests, set by a balancer or a program, and of answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String WATCHED = "sen.request.watched";

    @Inject
    RequestMetrics metrics;

    private static final class Watched {
        final long start = System.nanoTime();
        final RequestId.Scope scope;
        final String id;

        /** Known at the beginning: where an error page answers, the request ends with that one's address. */
        final RequestKind kind;

        HttpServletResponse response;

        Watched(String id, RequestKind kind) {
            this.id = id;
            this.kind = kind;
            scope = RequestId.open(id);
        }
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
        request.setAttribute(WATCHED, new Watched(RequestId.of(request.getHeader(HEADER)), RequestKind.of(request)));
    }

    /** The answer carries the id; called as soon as there is one, and again when it was begun anew. */
    public static void answer(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(WATCHED) instanceof Watched watched) {
            watched.response = response;
            response.setHeader(HEADER, watched.id);
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
        if (request.getAttribute(WATCHED) instanceof Watched watched) {
            watched.scope.close();
            if (watched.response != null) {
                metrics.count(watched.kind, watched.response.getStatus(), System.nanoTime() - watched.start);
            }
        }
    }
}
