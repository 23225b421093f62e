import io.undertow.Undertow;
import io.undertow.client.ClientConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * The balancer of "./crm cluster", run as a single source file with the server's own Undertow on the class path:
 * BIND PORT FOLDER NAME=ADDRESS … A session stays with its server while that one is healthy. A server is asked twice a
 * second how it is, and gets nothing more while the file NAME.down lies in the folder: what it has begun, it ends. The
 * file NAME.up says that it gets requests.
 */
final class Balancer {

    /**
     * How a server is, from worst to best. One that is silent may only be very busy; one that only lacks its database
     * still tells users so; one that returns from a silence first has to find the others' sessions again.
     */
    private enum Health { AWAY, SILENT, WITHOUT_DATABASE, RETURNING, READY }

    private static final int PERIOD_MILLIS = 500;
    private static final int PATIENCE_MILLIS = 2500;

    /** So many checks in a row without an answer, and a server gets nothing more … */
    private static final int CHECKS_UNTIL_SILENT = 2;

    /** … and so many, and what it holds is taken back from it. */
    private static final int CHECKS_UNTIL_LOST = 4;

    private static final long RETURN_NANOS = 15_000_000_000L;

    /** In the colours of the application, whose style sheets may be out of reach. */
    private static final String SORRY =
            """
            <!DOCTYPE html>
            <html lang="{lang}" data-theme="{theme}">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · Sen CRM</title>
              <style>
                :root { --bg:#f6f7f9; --surface:#fff; --line:#e3e7ec; --text:#17202b; --text-2:#55616f; --brand:#0b6e69; --on-brand:#fff }
                [data-theme=dark] { color-scheme:dark;
                  --bg:#0f151b; --surface:#161e26; --line:#27333f; --text:#e8edf2; --text-2:#aab6c2; --brand:#3fb8ae; --on-brand:#06201e }
                body { margin:0; padding:12vh 16px 16px; background:var(--bg); color:var(--text); font:14px/1.45 "Be Vietnam Pro",system-ui,sans-serif }
                main { max-width:440px; margin:auto }
                main > p { margin:0 0 12px; font-weight:600 }
                div { padding:24px; background:var(--surface); border:1px solid var(--line); border-radius:8px }
                h1 { margin:0 0 12px; font-size:20px; line-height:1.3 }
                div p { margin:0 0 24px; color:var(--text-2) }
                a { display:inline-block; padding:8px 16px; border-radius:6px; background:var(--brand); color:var(--on-brand);
                  font-weight:600; text-decoration:none }
                a:focus-visible { outline:2px solid var(--brand); outline-offset:2px }
              </style>
            </head>
            <body><main><p>Sen CRM</p><div><h1>{title}</h1><p>{text}</p><a href="">{reload}</a></div></main></body>
            </html>
            """;

    private static final Map<String, String> VIETNAMESE = Map.of(
            "lang", "vi",
            "title", "Hệ thống tạm thời chưa sẵn sàng",
            "text", "Yêu cầu vừa rồi chưa chắc đã được thực hiện. Hãy tải lại trang và kiểm tra trước khi làm lại.",
            "reload", "Tải lại trang");
    private static final Map<String, String> ENGLISH = Map.of(
            "lang", "en",
            "title", "The system is not ready yet",
            "text", "What you asked for may or may not have been done. Reload the page, and check before you do it again.",
            "reload", "Reload the page");

    private final Path folder;
    private final List<Server> servers = new ArrayList<>();
    private final Sticky sticky = new Sticky();

    private Balancer(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) {
        var balancer = new Balancer(Path.of(args[2]));
        for (int i = 3; i < args.length; i++) {
            String[] pair = args[i].split("=", 2);
            balancer.servers.add(balancer.new Server(pair[0], URI.create(pair[1])));
        }
        balancer.start(args[0], Integer.parseInt(args[1]));
    }

    private void start(String bind, int port) {
        servers.forEach(server -> new Thread(server::watch, "health of " + server.name).start());
        var proxy = ProxyHandler.builder()
                .setProxyClient(sticky)
                .setMaxConnectionRetries(3)
                .setNext(Balancer::sorry)
                .build();
        Undertow.builder()
                .addHttpListener(port, bind, exchange -> {
                    exchange.addDefaultResponseListener(Balancer::explain);
                    proxy.handleRequest(exchange);
                })
                .build()
                .start();
    }

    private static void sorry(HttpServerExchange exchange) {
        exchange.setStatusCode(503).endExchange();
    }

    /** An answer that comes from no server gets words. */
    private static boolean explain(HttpServerExchange exchange) {
        if (!exchange.isResponseChannelAvailable() || exchange.getStatusCode() < 500) {
            return false;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
        exchange.getResponseSender().send(page(exchange), StandardCharsets.UTF_8);
        return true;
    }

    /** In the language and the colours that the application put into the browser's cookies. */
    private static String page(HttpServerExchange exchange) {
        String page = SORRY.replace("{theme}", has(exchange, "theme", "dark") ? "dark" : "light");
        for (var word : (has(exchange, "lang", "en") ? ENGLISH : VIETNAMESE).entrySet()) {
            page = page.replace("{" + word.getKey() + "}", word.getValue());
        }
        return page;
    }

    private static boolean has(HttpServerExchange exchange, String cookie, String value) {
        var sent = exchange.getRequestCookie(cookie);
        return sent != null && value.equals(sent.getValue());
    }

    /** Those who are best of all at present get the requests, unless that is nobody. */
    private synchronized void route() {
        Health best = servers.stream().map(server -> server.health).max(Health::compareTo).orElse(Health.AWAY);
        servers.forEach(server -> server.use(best != Health.AWAY && server.health == best));
    }

    private final class Server {
        final String name;
        final URI uri;
        final Set<ClientConnection> atWork = ConcurrentHashMap.newKeySet();
        volatile Health health = Health.AWAY;
        private int silent;
        private long lastSilent = System.nanoTime() - RETURN_NANOS;
        private boolean used;

        Server(String name, URI uri) {
            this.name = name;
            this.uri = uri;
        }

        void watch() {
            while (true) {
                Health now = ask();
                if (now != health) {
                    health = now;
                    route();
                }
                if (silent == CHECKS_UNTIL_LOST) {
                    atWork.forEach(IoUtils::safeClose);
                }
                try {
                    Thread.sleep(PERIOD_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private Health ask() {
            if (Files.exists(folder.resolve(name + ".down"))) {
                silent = 0;
                return Health.AWAY;
            }
            try {
                var connection = (HttpURLConnection) uri.resolve("/crm/api/v1/health").toURL().openConnection();
                connection.setConnectTimeout(PATIENCE_MILLIS);
                connection.setReadTimeout(PATIENCE_MILLIS);
                int status = connection.getResponseCode();
                silent = 0;
                if (status == 200) return hasReturned() ? Health.READY : Health.RETURNING;
                // A server that is starting or stopping says 503 too, but not in JSON.
                boolean isApplication = String.valueOf(connection.getContentType()).startsWith("application/json");
                return isApplication ? Health.WITHOUT_DATABASE : Health.AWAY;
            } catch (SocketTimeoutException e) {
                // A server that starts lets requests wait until it is there.
                if (health == Health.AWAY || ++silent < CHECKS_UNTIL_SILENT) return health;
                lastSilent = System.nanoTime();
                return Health.SILENT;
            } catch (IOException e) {
                return Health.AWAY;
            }
        }

        private boolean hasReturned() {
            return System.nanoTime() - lastSilent >= RETURN_NANOS;
        }

        void use(boolean shall) {
            if (shall == used) return;
            used = shall;
            System.out.println(name + (shall ? " gets requests" : " gets no requests"));
            if (shall) sticky.addHost(uri, name);
            else sticky.removeHost(uri);
            tell(folder.resolve(name + ".up"), shall);
        }

        /** For "./crm cluster", which waits for it. */
        private void tell(Path file, boolean isUp) {
            try {
                if (isUp) Files.writeString(file, "");
                else Files.deleteIfExists(file);
            } catch (IOException e) {
                System.out.println(e);
            }
        }
    }

    private final class Sticky extends LoadBalancingProxyClient {

        Sticky() {
            addSessionCookieName("JSESSIONID");
            setConnectionsPerThread(200);
        }

        /** Nobody there: the proxy's next handler answers. */
        @Override
        public ProxyTarget findTarget(HttpServerExchange exchange) {
            return getAllTargets().isEmpty() ? null : super.findTarget(exchange);
        }

        @Override
        public void getConnection(
                ProxyTarget target,
                HttpServerExchange exchange,
                ProxyCallback<ProxyConnection> callback,
                long timeout,
                TimeUnit unit) {
            super.getConnection(target, exchange, new Noting(callback), timeout, unit);
        }
    }

    /** Notes which connection a request is on, so that it can be taken back from a server that hangs. */
    private final class Noting implements ProxyCallback<ProxyConnection> {
        private final ProxyCallback<ProxyConnection> callback;

        Noting(ProxyCallback<ProxyConnection> callback) {
            this.callback = callback;
        }

        @Override
        public void completed(HttpServerExchange exchange, ProxyConnection proxied) {
            ClientConnection connection = proxied.getConnection();
            servers.stream()
                    .filter(server -> server.uri.getPort() == portOf(connection))
                    .findFirst()
                    .ifPresent(server -> note(server, exchange, connection));
            callback.completed(exchange, proxied);
        }

        private void note(Server server, HttpServerExchange exchange, ClientConnection connection) {
            server.atWork.add(connection);
            exchange.addExchangeCompleteListener((ended, next) -> {
                server.atWork.remove(connection);
                next.proceed();
            });
        }

        private int portOf(ClientConnection connection) {
            return ((InetSocketAddress) connection.getPeerAddress()).getPort();
        }

        @Override
        public void failed(HttpServerExchange exchange) {
            callback.failed(exchange);
        }

        @Override
        public void couldNotResolveBackend(HttpServerExchange exchange) {
            callback.couldNotResolveBackend(exchange);
        }

        @Override
        public void queuedRequestFailed(HttpServerExchange exchange) {
            callback.queuedRequestFailed(exchange);
        }
    }
}
