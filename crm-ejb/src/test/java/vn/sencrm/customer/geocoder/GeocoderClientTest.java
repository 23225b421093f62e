package vn.sencrm.customer.geocoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The geocoder's two protocols, spoken with a local server, and what becomes of forms when it is away. */
class GeocoderClientTest {

    private static final String NOMINATIM =
            """
            [{"place_id": 1, "lat": "21.0285", "lon": "105.8542", "name": "", "display_name": "12, Tràng Tiền, Hà Nội, Việt Nam",
              "address": {"house_number": "12", "road": "Tràng Tiền", "quarter": "Phường Cửa Nam", "city": "Hà Nội",
                          "ISO3166-2-lvl4": "VN-HN", "postcode": "10000", "country": "Việt Nam", "country_code": "vn"}}]
            """;

    private static final String PHOTON =
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "geometry": {"type": "Point", "coordinates": [106.7009, 10.7769]},
              "properties": {"osm_type": "W", "countrycode": "VN", "housenumber": "2", "street": "Đồng Khởi",
                             "district": "Phường Sài Gòn", "city": "Thành phố Hồ Chí Minh", "type": "house"}},
             {"type": "Feature", "geometry": {"type": "Point", "coordinates": [102.6, 17.9]},
              "properties": {"countrycode": "LA", "name": "Viêng Chăn"}}]}
            """;

    private final List<String> asked = new ArrayList<>();
    private final Ticking clock = new Ticking();
    private final GeocoderConfig config = new GeocoderConfig();
    private HttpServer server;
    private String answer = NOMINATIM;
    private int status = 200;
    private CountDownLatch waits = new CountDownLatch(0);

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/geo", this::answer);
        server.start();
        config.kind = "nominatim";
        config.url = Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + "/geo/");
        config.timeout = Duration.ofSeconds(20);
        config.pause = Duration.ofSeconds(30);
    }

    @AfterEach
    void stopServer() {
        waits.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath() + "?"
                + URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
        try {
            waits.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void nominatimIsAskedInVietnamAndItsPlacesAreRead() {
        FoundAddress found = client().find("12 Tràng Tiền", 5).get(0);
        assertThat(asked.get(0)).startsWith("/geo/search?").contains("countrycodes=vn", "limit=5", "q=12 Tràng Tiền");
        assertThat(found.street()).isEqualTo("12 Tràng Tiền");
        assertThat(found.areas()).containsExactly("Phường Cửa Nam", "Hà Nội");
        assertThat(found.lat()).isEqualTo(21.0285);
        assertThat(found.lon()).isEqualTo(105.8542);
    }

    @Test
    void photonIsReadLikewiseAndOtherCountriesAreLeftOut() {
        config.kind = "Photon";
        answer = PHOTON;
        List<FoundAddress> found = client().find("Đồng Khởi", 3);
        assertThat(asked.get(0)).startsWith("/geo/api?").contains("limit=3", "q=Đồng Khởi");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).text()).isEqualTo("2 Đồng Khởi, Phường Sài Gòn, Thành phố Hồ Chí Minh");
        assertThat(found.get(0).street()).isEqualTo("2 Đồng Khởi");
        assertThat(found.get(0).lon()).isEqualTo(106.7009);
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        config.url = Optional.empty();
        assertThat(client().find("Tràng Tiền", 5)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForAndTheServerIsLeftAloneForAWhile() {
        waits = new CountDownLatch(1);
        config.timeout = Duration.ofMillis(50);
        GeocoderClient client = client();
        assertThat(client.find("Tràng Tiền", 5)).isEmpty();
        assertThat(client.find("Tràng Tiền", 5)).isEmpty();
        assertThat(asked.size()).isLessThanOrEqualTo(1);
        waits.countDown();
        config.timeout = Duration.ofSeconds(20);
        clock.now = clock.now.plus(config.pause);
        assertThat(client.find("Tràng Tiền", 5)).hasSize(1);
    }

    @Test
    void whateverElseComesIsAnAnswerWithoutSuggestions() {
        for (String strange : List.of("", "<html>", "[{}]", "{}", "[1]", "[{\"lat\": \"x\", \"lon\": \"y\"}]")) {
            answer = strange;
            assertThat(client().find("Tràng Tiền", 5)).as(strange).isEmpty();
        }
        answer = NOMINATIM;
        status = 500;
        assertThat(client().find("Tràng Tiền", 5)).isEmpty();
        server.stop(0);
        assertThat(client().find("Tràng Tiền", 5)).isEmpty();
        config.url = Optional.of("file:///etc/passwd");
        assertThat(client().find("Tràng Tiền", 5)).isEmpty();
    }

    private GeocoderClient client() {
        return new GeocoderClient(config, clock);
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
