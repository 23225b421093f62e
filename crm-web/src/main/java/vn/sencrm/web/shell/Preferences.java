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
import vn.sencrm.identity.CurrentUser;

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

    private static final String VIETNAMESE = "vi";

    private final HttpServletRequest request;
    private final CurrentUser user;

    @Inject
    public Preferences(HttpServletRequest request, CurrentUser user) {
        this.request = request;
        this.user = user;
    }

    protected Preferences() {
        this(null, null);
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(getLanguage());
    }

    /** What this browser or call chose, else what the user chose elsewhere, else Vietnamese. */
    public String getLanguage() {
        return chosen(request).or(this::ofUser).orElse(VIETNAMESE);
    }

    private Optional<String> ofUser() {
        return request.getUserPrincipal() == null
                ? Optional.empty()
                : Optional.ofNullable(user.get().language());
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

    /** The language where the user may be unknown, because what knows them has failed. */
    static Locale locale(HttpServletRequest request) {
        return Locale.forLanguageTag(chosen(request).orElse(VIETNAMESE));
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        return cookie(request, LANGUAGE).filter(LANGUAGES::contains).or(() -> asked(request));
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
