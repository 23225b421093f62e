package vn.sencrm.web.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The headers that depend on what is asked for; those that every answer carries are in undertow-handlers.conf, also
 * those given before any filter. Pages get their Content-Security-Policy from PrimeFaces, which knows the nonce
 * (web.xml); everything else may load nothing at all. Pages and answers are never stored by anyone.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String OWN_STYLE_ONLY =
            "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Requests.isResource(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        policy(request, response);
        chain.doFilter(request, response);
    }

    private static void policy(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.setHeader("Content-Security-Policy", OWN_STYLE_ONLY);
        } else if (!Requests.path(request).endsWith(".xhtml") || Requests.isResource(request)) {
            response.setHeader("Content-Security-Policy", NOTHING);
        }
    }
}
