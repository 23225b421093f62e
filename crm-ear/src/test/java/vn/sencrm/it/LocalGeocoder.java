package vn.sencrm.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A server that speaks as Nominatim does, where the product was told to find one; while none is open, it is away. */
final class LocalGeocoder implements AutoCloseable {

    static final int PORT = 8085;

    private static final String ANSWER =
            """
            [{"lat": "21.0247", "lon": "105.8575", "display_name": "12 Tràng Tiền, Cửa Nam, Hà Nội, Việt Nam",
              "address": {"house_number": "12", "road": "Tràng Tiền", "quarter": "Cửa Nam", "city": "Hà Nội"}}]
            """;

    private final HttpServer server;

    private LocalGeocoder(HttpServer server) {
        this.server = server;
    }

    static Map<String, String> settings(int offset) {
        return Map.of(
                "CRM_CUSTOMER_GEOCODER_URL",
                "http://127.0.0.1:" + (PORT + offset),
                "CRM_CUSTOMER_GEOCODER_PAUSE",
                "PT0S");
    }

    static LocalGeocoder open() {
        try {
            int port = Sen.product().port(PORT);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/search", exchange -> {
                byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return new LocalGeocoder(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
