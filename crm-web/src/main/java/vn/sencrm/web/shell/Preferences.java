package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How this browser wants to be served: language, theme, width of the navigation. It lives in cookies, so that the
 * first byte of a page is right before anybody has signed in and no server has to remember it. Pages are Vietnamese
 * until somebody chooses otherwise (the browsers of our users often say English by accident); programs under
 * {@code /api} choose by {@code Accept-Language}.
 */
@Named
@RequestScoped
public class Preferences {

    static final String LANGUAGE = "lang";
    static final List<String> LANGUAGES = List.of("vi", "en");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final HttpServletRequest request;

    @Inject
    public Preferences(HttpServletRequest request) {
        this.request = request;
    }

    protected Preferences() {
        this(null);
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(getLanguage());
    }

    public String getLanguage() {
        return language(request);
    }

    public String getTheme() {
        return theme(request);
    }

    public String getNavigation() {
        return cookie(request, "nav").filter("narrow"::equals).orElse("wide");
    }

    /** The address of this very page in another language. */
    public String inLanguage(String language) {
        String kept = withoutLanguage(request.getQueryString());
        return "?" + kept + (kept.isEmpty() ? "" : "&") + "lang=" + language;
    }

    static String theme(HttpServletRequest request) {
        return cookie(request, "theme").filter("dark"::equals).orElse("light");
    }

    static String withoutLanguage(String query) {
        return query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
    }

    static String language(HttpServletRequest request) {
        return cookie(request, LANGUAGE)
                .filter(LANGUAGES::contains)
                .or(() -> asked(request))
                .orElse(VIETNAMESE.getLanguage());
    }

    private static Optional<String> asked(HttpServletRequest request) {
        if (!Requests.isApi(request) || request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(LANGUAGES::contains)
                .findFirst();
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
