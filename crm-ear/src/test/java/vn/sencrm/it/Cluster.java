package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** The two servers of {@code ./crm test --cluster}, and what befalls them. */
final class Cluster {

    static final List<String> SERVERS = List.of("a", "b");

    /** What a death may cost at most, until somebody else goes on. */
    static final Duration TAKEOVER = Duration.ofSeconds(60);

    private Cluster() {}

    static String other(String server) {
        return server.equals("a") ? "b" : "a";
    }

    /** The server that a session's cookie names. */
    static String of(String session) {
        return session.substring(session.lastIndexOf('.') + 1);
    }

    static boolean isReady(String server) {
        try {
            return Sen.at(server, () -> Api.anonymous().get("/health").status()) == 200;
        } catch (java.io.UncheckedIOException down) {
            return false;
        }
    }

    /** As {@code kill -9}. */
    static void kill(String server) {
        product(server).kill("server");
        Await.until(server + " to be gone", Duration.ofSeconds(30), () -> !isReady(server));
    }

    static void freeze(String server) {
        product(server).pause("server");
    }

    static void wake(String server) {
        product(server).goOn("server");
    }

    /** Both servers are there and know each other, whatever the test before left. */
    static void complete() {
        start(SERVERS.toArray(String[]::new));
    }

    /** Returns once they get requests; those who do already are left alone. */
    static void start(String... servers) {
        String[] words = new String[servers.length + 1];
        words[0] = "start";
        System.arraycopy(servers, 0, words, 1, servers.length);
        command(words);
    }

    static void stop(String server) {
        command("stop", server);
    }

    /** One server after the other. */
    static void restart() {
        command("restart");
    }

    private static void command(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "cluster";
        System.arraycopy(words, 0, line, 1, words.length);
        Product.Ended ended = Sen.product().command(line);
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    private static Product product(String server) {
        return Sen.product().server(server);
    }
}
