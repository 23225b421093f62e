package vn.sencrm.common;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id of the request at work on this thread. It stands in every line of the log that the request leads to, in its
 * answer, and in the runs that it asked for, whose lines carry it too: by it one finds everything of one click.
 */
public final class RequestId {

    /** The longest id that is taken from a sender. */
    public static final int LENGTH = 64;

    /** Its name in the log. */
    private static final String KEY = "request";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0," + (LENGTH - 1) + "}");
    private static final int MADE_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    /** Work under an id, which ends with {@link #close}; whatever id held before holds again. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** The id that a balancer or a program sent, or a new one where that is missing or could harm a log. */
    public static String of(String sent) {
        if (sent != null && SANE.matcher(sent).matches()) {
            return sent;
        }
        byte[] made = new byte[MADE_BYTES];
        RANDOM.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }

    /** Null outside of requests and of what they asked for. */
    public static String current() {
        return (String) MDC.get(KEY);
    }

    /** @param id null for work that no request asked for */
    public static Scope open(String id) {
        String before = current();
        put(id);
        return () -> put(before);
    }

    private static void put(String id) {
        if (id == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, id);
        }
    }
}
