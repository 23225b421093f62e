package vn.sencrm.web.shell;

import jakarta.json.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.web.system.RequestWatch;

/**
 * Says that a request failed: a page to people, problem+json to programs. It uses neither session nor database nor
 * Faces, so that it also works when one of them is what failed. Only a number leads from it into the log.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A sentence to show instead of the general one, as request attribute. */
    static final String TEXT = "sen.error.text";
    /** The number under which the failure was logged already, as request attribute. */
    static final String REFERENCE = "sen.error.reference";

    /** The statuses that have a text of their own, and their codes below /api. */
    private static final Map<Integer, String> KNOWN = Map.of(
            400, "BAD_REQUEST",
            401, "UNAUTHORIZED",
            403, "FORBIDDEN",
            404, "NO_SUCH_RESOURCE",
            405, "METHOD_NOT_ALLOWED",
            413, "REQUEST_TOO_LARGE",
            500, "UNEXPECTED",
            503, "DATABASE");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        RequestWatch.answer(request, response);
        int status = status(request, response);
        String reference = reference(request, status);
        Texts texts = new Texts(Preferences.locale(request));
        if (isApi(request)) {
            writeProblem(response, texts, status, reference);
        } else {
            writePage(request, response, texts, status, reference);
        }
    }

    /** A failure that passed no handler of ours: without the database not even the caller is known. */
    private static int status(HttpServletRequest request, HttpServletResponse response) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable thrown && Failures.find(thrown, DatabaseException.class) != null) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        return response.getStatus();
    }

    private static boolean isApi(HttpServletRequest request) {
        String uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return uri.startsWith(request.getContextPath())
                && Requests.isApi(uri.substring(request.getContextPath().length()));
    }

    private static String reference(HttpServletRequest request, int status) {
        Object logged = request.getAttribute(REFERENCE);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (logged != null || status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return logged == null ? null : logged.toString();
        }
        return failure instanceof Throwable thrown ? Failures.log(thrown) : null;
    }

    private static void writeProblem(HttpServletResponse response, Texts texts, int status, String reference)
            throws IOException {
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("code", KNOWN.get(known(status)))
                .add("detail", texts.message("error_page.text." + known(status)));
        if (reference != null) {
            problem.add("reference", reference);
        }
        response.getWriter().write(problem.build().toString());
    }

    private static void writePage(
            HttpServletRequest request, HttpServletResponse response, Texts texts, int status, String reference)
            throws IOException {
        Object own = request.getAttribute(TEXT);
        String text = own == null ? texts.message("error_page.text." + known(status)) : own.toString();
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(page(request)
                        .replace("{context}", request.getContextPath())
                        .replace("{language}", texts.getLocale().getLanguage())
                        .replace("{theme}", Preferences.theme(request))
                        .replace("{status}", String.valueOf(status))
                        .replace("{home}", escape(texts.message("error_page.home")))
                        .replace("{title}", escape(texts.message("error_page.title." + known(status))))
                        .replace("{text}", escape(text))
                        .replace(
                                "{reference}",
                                reference == null ? "" : escape(texts.message("error_page.reference", reference))));
    }

    private static int known(int status) {
        return KNOWN.containsKey(status) ? status : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private static String page(HttpServletRequest request) throws IOException {
        try (InputStream page = request.getServletContext().getResourceAsStream("/WEB-INF/templates/error.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
