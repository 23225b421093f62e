package vn.sencrm.web.system;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.identity.Right;
import vn.sencrm.system.DatabaseFigures;
import vn.sencrm.system.SystemFigures;

/**
 * This server's figures for Prometheus, at {@code /metrics}: for the program that has the token of {@link SystemConfig},
 * and for administrators. While the database is away, what needs none is told all the same.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SystemConfig config;

    @Inject
    transient RequestMetrics requests;

    @Inject
    transient SystemFigures figures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!config.isReader(request.getHeader("Authorization")) && !request.isUserInRole(Right.SYSTEM_VIEW)) {
            response.sendError(
                    request.getUserPrincipal() == null
                            ? HttpServletResponse.SC_UNAUTHORIZED
                            : HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        MetricsText text = new MetricsText();
        requests.tell(text);
        PoolFigures.tell(text);
        JvmFigures.tell(text);
        text.gauge("crm_database_up", "Whether the database answers", tellOfDatabase(text) ? 1 : 0);
        response.setContentType(MetricsText.TYPE);
        response.getWriter().write(text.toString());
    }

    private boolean tellOfDatabase(MetricsText text) {
        try {
            DatabaseFigures database = figures.database();
            var runs = figures.runs();
            long sessions = figures.sessions();
            long queued = figures.queued();
            long unread = figures.unreadNotifications();
            text.gauge("crm_database_bytes", "Size of the database", database.bytes());
            text.gauge("crm_database_connections", "Connections of all servers to it", database.connections());
            text.gauge("crm_sessions", "Browsers signed in and seen within 30 minutes, on all servers", sessions);
            text.gauge("crm_queued_customers", "Customers whom nobody of their team can take yet", queued);
            text.gauge("crm_unread_notifications", "Notifications that nobody has read", unread);
            text.begin("crm_runs", "gauge", "Runs that are kept, by job and state, of all servers");
            runs.forEach(run -> text.value(run.runs(), "job", run.job(), "state", run.state()));
            return true;
        } catch (DatabaseException away) {
            return false;
        }
    }
}
