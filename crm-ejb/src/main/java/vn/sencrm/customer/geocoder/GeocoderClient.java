package vn.sencrm.customer.geocoder;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

/**
 * Asks the configured geocoder. It costs nobody more than the time-out: what does not answer is left alone for a while,
 * only so many questions are open at once, and whatever goes wrong is an answer without suggestions, logged once.
 */
@ApplicationScoped
class GeocoderClient {

    private static final Logger LOG = Logger.getLogger(GeocoderClient.class.getName());

    private static final int LANES = 8;

    private final Semaphore lanes = new Semaphore(LANES);
    private final GeocoderConfig config;
    private final Clock clock;
    private final HttpClient http;
    private volatile Instant awayUntil = Instant.MIN;

    @Inject
    GeocoderClient(GeocoderConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    protected GeocoderClient() {
        this.config = null;
        this.clock = null;
        this.http = null;
    }

    /** What the geocoder finds for a text; nothing when there is none, or it is away. */
    List<FoundAddress> find(String text, int limit) {
        if (!config.isOn() || clock.instant().isBefore(awayUntil) || !lanes.tryAcquire()) {
            return List.of();
        }
        try {
            List<FoundAddress> found = ask(text, limit);
            awayUntil = Instant.MIN;
            return found;
        } catch (IOException | TimeoutException | ExecutionException | RuntimeException away) {
            leaveAlone(away);
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lanes.release();
        }
    }

    private void leaveAlone(Exception why) {
        boolean wasThere = awayUntil.equals(Instant.MIN);
        awayUntil = clock.instant().plus(config.pause());
        if (wasThere) {
            LOG.warning(() -> "The geocoder does not answer as it should, forms do without it: " + why);
        }
    }

    /** The time-out covers the whole answer, not its beginning alone. */
    private List<FoundAddress> ask(String text, int limit)
            throws IOException, TimeoutException, ExecutionException, InterruptedException {
        Geocoder geocoder = config.geocoder();
        HttpRequest request = HttpRequest.newBuilder(geocoder.question(text, limit))
                .header("Accept", "application/json")
                .header("User-Agent", "SenCRM")
                .build();
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return read(geocoder, sent.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            sent.cancel(true);
        }
    }

    private static List<FoundAddress> read(Geocoder geocoder, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(answer.body()))) {
            return geocoder.protocol().answer(reader.read());
        }
    }
}
