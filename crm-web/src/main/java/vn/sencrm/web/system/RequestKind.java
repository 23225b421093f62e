package vn.sencrm.web.system;

import jakarta.servlet.http.HttpServletRequest;

/** What was asked for, as far as figures tell it apart. */
enum RequestKind {
    API,
    PAGE,
    /** Scripts, styles, fonts. */
    RESOURCE,
    /** Files, and what is asked by machines. */
    OTHER;

    static RequestKind of(HttpServletRequest request) {
        return of(request.getRequestURI().substring(request.getContextPath().length()));
    }

    static RequestKind of(String path) {
        if (path.startsWith("/api/") && !path.startsWith("/api/v1/health")) {
            return API;
        }
        if (path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/")) {
            return RESOURCE;
        }
        return path.endsWith(".xhtml") || path.isEmpty() || path.equals("/") ? PAGE : OTHER;
    }
}
