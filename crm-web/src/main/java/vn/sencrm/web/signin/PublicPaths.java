package vn.sencrm.web.signin;

import java.util.List;
import java.util.Set;

/**
 * What may be asked for without signing in; everything else is denied by default. Compared with the servlet path as
 * the container resolved it, never with the raw request URI, so that encodings and dots cannot pass by.
 */
final class PublicPaths {

    static final String LOGIN = "/login.xhtml";
    static final String PASSWORD = "/password.xhtml";

    private static final Set<String> EXACT =
            Set.of(LOGIN, "/api/v1/health", "/api/v1/tokens", "/api/v1/openapi.json", "/favicon.ico", "/metrics");
    private static final List<String> BELOW =
            List.of("/jakarta.faces.resource/", "/resources/", "/error/", "/api/v1/health/");

    private PublicPaths() {}

    static boolean contains(String path) {
        if (path.contains("..") || path.contains(";")) {
            return false;
        }
        return EXACT.contains(path) || BELOW.stream().anyMatch(path::startsWith);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
