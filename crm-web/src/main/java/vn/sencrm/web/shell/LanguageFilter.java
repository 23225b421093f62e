package vn.sencrm.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import vn.sencrm.identity.ProfileService;

/**
 * Remembers {@code ?lang=en} in the cookie that {@link Preferences} reads, and with the user who is signed in (mails
 * and jobs speak that language too), then shows the page again without it.
 */
public class LanguageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProfileService profile;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String language = "GET".equals(request.getMethod()) ? request.getParameter(Preferences.LANGUAGE) : null;
        if (language == null || !Preferences.LANGUAGES.contains(language)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getUserPrincipal() != null) {
            profile.chooseLanguage(language);
        }
        response.addCookie(remember(request, language));
        response.sendRedirect(request.getContextPath() + Requests.path(request) + rest(request.getQueryString()));
    }

    private static Cookie remember(HttpServletRequest request, String language) {
        Cookie cookie = new Cookie(Preferences.LANGUAGE, language);
        cookie.setPath(request.getContextPath());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static String rest(String query) {
        String kept = Preferences.withoutLanguage(query);
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
