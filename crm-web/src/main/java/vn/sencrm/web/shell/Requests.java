package vn.sencrm.web.shell;

import jakarta.servlet.http.HttpServletRequest;

/** Small questions about a request that filters, errors and preferences ask alike. */
final class Requests {

    private Requests() {}

    /** The path inside the application, decoded and normalised by the container. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    static boolean isApi(HttpServletRequest request) {
        return isApi(path(request));
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    static boolean isResource(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/");
    }
}
