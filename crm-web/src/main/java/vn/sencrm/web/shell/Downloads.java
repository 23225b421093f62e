package vn.sencrm.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file is given out, whatever it is called. */
public final class Downloads {

    private Downloads() {}

    /** The header {@code Content-Disposition} (RFC 6266) of what is saved: a plain name for old programs, the true one for all others. */
    public static String disposition(String name) {
        return "attachment; " + named(name);
    }

    /** Likewise for what the browser may show in its place. */
    public static String inline(String name) {
        return "inline; " + named(name);
    }

    private static String named(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}
