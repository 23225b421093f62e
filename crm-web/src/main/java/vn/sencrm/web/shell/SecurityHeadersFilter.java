package vn.sencrm.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import vn.sencrm.customer.map.MapConfig;

/**
 * The headers that depend on what is asked for; those that every answer carries are in undertow-handlers.conf, also
 * those given before any filter. Pages get their Content-Security-Policy from PrimeFaces, which knows the nonce
 * (web.xml); everything else may load nothing at all. Pages and answers are never stored by anyone.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String POLICY = "Content-Security-Policy";
    private static final Set<String> WITH_MAPS =
            Set.of("/customer/map.xhtml", "/customer/detail.xhtml", "/customer/edit.xhtml");
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String OWN_STYLE_ONLY =
            "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Inject
    transient MapConfig map;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Requests.isResource(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        policy(request, response);
        chain.doFilter(request, WITH_MAPS.contains(Requests.path(request)) ? withTiles(response) : response);
    }

    /** Pages with a map alone may show pictures of the server from which its tiles come. */
    private HttpServletResponse withTiles(HttpServletResponse response) {
        String source = map.tileSource();
        return source.isEmpty() ? response : new WithTiles(response, source);
    }

    private static final class WithTiles extends HttpServletResponseWrapper {

        private final String source;

        WithTiles(HttpServletResponse response, String source) {
            super(response);
            this.source = source;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, allowing(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, allowing(name, value));
        }

        private String allowing(String name, String value) {
            return name.equalsIgnoreCase(POLICY) && value != null
                    ? value.replace("img-src 'self'", "img-src 'self' " + source)
                    : value;
        }
    }

    private static void policy(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.setHeader(POLICY, OWN_STYLE_ONLY);
        } else if (!Requests.path(request).endsWith(".xhtml") || Requests.isResource(request)) {
            response.setHeader(POLICY, NOTHING);
        }
    }
}
