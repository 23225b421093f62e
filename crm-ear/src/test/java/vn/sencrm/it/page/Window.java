package vn.sencrm.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.it.Sen;
import vn.sencrm.it.TestUser;
import vn.sencrm.it.Visit;

/**
 * A browser window of one user, with a width, a language and a theme. Whatever its pages ask of another host, say on
 * the console or throw fails the test, at the latest when the window is closed.
 */
public final class Window implements AutoCloseable {

    /** A desk. */
    public static final int WIDE = 1280;

    /** The narrowest phone. */
    public static final int PHONE = 360;

    private static final int HEIGHT = 800;

    private final int width;
    private final String language;
    private final String theme;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Window(int width, String language, String theme) {
        this.width = width;
        this.language = language;
        this.theme = theme;
        context = Browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setLocale("vi-VN")
                        .setTimezoneId("Asia/Ho_Chi_Minh"));
        context.setDefaultTimeout(60_000);
        remember("lang", language);
        remember("theme", theme);
        context.onRequest(this::refuseOtherHosts);
        context.onConsoleMessage(this::refuseErrors);
        context.onWebError(error -> complaints.add("script failed: " + error.error()));
        page = context.newPage();
    }

    public static Window wide() {
        return new Window(WIDE, "vi", "light");
    }

    public static Window of(int width, String language, String theme) {
        return new Window(width, language, theme);
    }

    /** A wide Vietnamese window whose user has signed in. */
    public static Window of(TestUser user) {
        Window window = wide();
        window.signIn(user);
        return window;
    }

    /** Signs in without showing the pages of it, which the tests of signing in look at. */
    public void signIn(TestUser user) {
        context.addCookies(
                List.of(new Cookie(Visit.SESSION, Visit.signedIn(user).session())
                        .setDomain("127.0.0.1")
                        .setPath("/crm")
                        .setHttpOnly(true)));
    }

    /** The page in this window, for what no page class has a word for. */
    public Page page() {
        return page;
    }

    /** The value of the session's cookie. */
    public String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(Visit.SESSION))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    public int width() {
        return width;
    }

    /** Opens an address of the application. */
    public void go(String path) {
        page.navigate(Sen.baseUrl() + path);
    }

    /** What names pictures of this window: {@code 1280-vi}, {@code 360-en-dark}. */
    String look() {
        return width + "-" + language + (theme.equals("dark") ? "-dark" : "");
    }

    /** Takes back what the console said: the test has just provoked it. */
    public void forgive(String part) {
        assertThat(complaints).as("expected on the console: %s", part).anyMatch(text -> text.contains(part));
        complaints.removeIf(text -> text.contains(part));
    }

    void assertNoComplaints() {
        assertThat(complaints).as("what the window complained of").isEmpty();
    }

    @Override
    public void close() {
        try {
            assertNoComplaints();
        } finally {
            context.close();
        }
    }

    /** Closes the window whatever it complained of. */
    public void abandon() {
        context.close();
    }

    private void remember(String name, String value) {
        context.addCookies(
                List.of(new Cookie(name, value).setDomain("127.0.0.1").setPath("/crm")));
    }

    private void refuseOtherHosts(Request request) {
        String url = request.url();
        boolean isOwn = url.startsWith(Sen.origin() + "/") || url.startsWith("data:") || url.startsWith("blob:");
        if (!isOwn) {
            complaints.add("asked another host: " + url);
        }
    }

    private void refuseErrors(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }
}
