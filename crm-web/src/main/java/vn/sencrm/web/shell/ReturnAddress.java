package vn.sencrm.web.shell;

import jakarta.faces.context.ExternalContext;
import java.net.URI;

/**
 * The page that the user was on when a form was posted. A form posts to its page without the query, in which the
 * record stands; the browser tells it in the header Referer.
 */
public final class ReturnAddress {

    private ReturnAddress() {}

    static String of(ExternalContext external, String notice) {
        String path = external.getRequestContextPath() + external.getRequestServletPath();
        String query = query(external.getRequestHeaderMap().get("Referer"), path);
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "notice=" + notice;
    }

    /** The query that the page of that path was shown with; empty when there was none or it is another page. */
    public static String query(String referer, String path) {
        try {
            URI from = URI.create(referer == null ? "" : referer);
            String query = path.equals(from.getPath()) && from.getRawQuery() != null ? from.getRawQuery() : "";
            return query.replaceAll("(^|&)notice=[^&]*", "").replaceAll("^&", "");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
