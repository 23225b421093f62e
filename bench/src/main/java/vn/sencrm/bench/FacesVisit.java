package vn.sencrm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages as a browser has them: signs in through the form, then asks for the pages themselves, without their parts. */
final class FacesVisit {
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final String LOGIN = "/crm/login.xhtml";

    private final BenchServer server;
    private final String user;

    FacesVisit(BenchServer server, String user) {
        this.server = server;
        this.user = user;
    }

    /** @param path the page of each request, by its number */
    void measure(Figures figures, String name, int warmUp, int requests, IntFunction<String> path) throws IOException {
        try (HttpConnection http = server.connect()) {
            signIn(http);
            times(http, warmUp, path);
            double cpu = server.process().cpu();
            double[] millis = times(http, requests, path);
            figures.addTimes(name, millis, server.process().cpu() - cpu);
        }
    }

    private static double[] times(HttpConnection http, int requests, IntFunction<String> path) throws IOException {
        double[] millis = new double[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            HttpConnection.Answer answer = http.get(path.apply(i));
            millis[i] = (System.nanoTime() - start) / 1e6;
            answer.expect(200);
        }
        return millis;
    }

    private void signIn(HttpConnection http) throws IOException {
        String page = http.get(LOGIN).expect(200).text();
        String form = page.substring(page.indexOf("<form", formStart(page)), page.indexOf("</form>", formStart(page)));
        StringJoiner body = new StringJoiner("&");
        for (Matcher inputs = INPUT.matcher(form); inputs.find(); ) {
            String name = attribute(NAME, inputs.group());
            if (name != null) {
                body.add(ListBench.encoded(name) + "=" + ListBench.encoded(value(name, inputs.group())));
            }
        }
        http.post(LOGIN, "application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.UTF_8))
                .expect(302);
    }

    /** The page may have other forms (language); ours has the password. */
    private static int formStart(String page) {
        int password = page.indexOf("type=\"password\"");
        return page.lastIndexOf("<form", password);
    }

    private String value(String name, String input) {
        if (name.endsWith("username")) {
            return user;
        }
        if (name.endsWith("password")) {
            return server.password(user);
        }
        String value = attribute(VALUE, input);
        return value == null ? "" : value;
    }

    private static String attribute(Pattern attribute, String tag) {
        Matcher found = attribute.matcher(tag);
        return found.find() ? found.group(1) : null;
    }
}
