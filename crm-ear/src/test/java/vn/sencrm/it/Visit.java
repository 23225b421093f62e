package vn.sencrm.it;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sencrm.it.Api.Answer;

/** Pages as a program without scripts asks for them: with cookies, and without following redirects. */
public final class Visit {

    static final String LOGIN = "/login.xhtml";

    /** The cookie of a session. */
    public static final String SESSION = "JSESSIONID";

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A visit whose visitor has signed in. */
    public static Visit signedIn(TestUser user) {
        Visit visit = new Visit();
        visit.signIn(user.username(), user.password());
        return visit;
    }

    /** Another browser that knows this one's session. */
    Visit withSameCookies() {
        Visit other = new Visit();
        other.cookies.putAll(cookies);
        return other;
    }

    Visit header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Null before the first answer. */
    public String session() {
        return cookies.get(SESSION);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** Asks for the page as a browser does before it posts, then posts its form with these values. */
    Answer submit(String path, String... values) {
        String state = viewState(get(path).body());
        return post(path, state, values);
    }

    Answer post(String path, String viewState, String... values) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < values.length; i += 2) {
            form.append(values[i]).append('=').append(encoded(values[i + 1])).append('&');
        }
        if (viewState != null) {
            form.append("jakarta.faces.ViewState=").append(encoded(viewState));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Sends a file as it is, as our own script does. */
    Answer upload(String path, byte[] content, String... namesAndValues) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(content));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.header(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(request);
    }

    Answer signIn(String username, String password) {
        return signIn(LOGIN, username, password);
    }

    /** @param page the sign-in page, with the path to go to afterwards */
    Answer signIn(String page, String username, String password) {
        Answer form = get(page);
        return post(page, viewState(form.body()), signInForm(username, password, hidden(form.body(), "next")));
    }

    static String[] signInForm(String username, String password, String next) {
        return new String[] {
            "login", "login", "username", username, "password", password, "next", next, "signIn", "signIn"
        };
    }

    Answer signOut() {
        return submit("/index.xhtml", "session", "session", "session:signOut", "session:signOut");
    }

    static String viewState(String page) {
        Matcher matcher = VIEW_STATE.matcher(page);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String hidden(String page, String name) {
        Matcher matcher = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        return matcher.find() ? matcher.group(1).replace("&amp;", "&") : "";
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(Sen.baseUrl() + path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        Answer answer = Api.send(request.build());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
