package vn.sencrm.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The REST interface as a program sees it, with one token and one language. Immutable. */
public record Api(String token, String language) {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** An answer, whatever its status. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        public JsonArray items() {
            return json().getJsonArray("items");
        }

        /** The problem's code. */
        public String code() {
            return json().getString("code");
        }

        /** The errors of an input that was refused. */
        public JsonArray errors() {
            return json().getJsonArray("errors");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    public static Api anonymous() {
        return new Api(null, "vi");
    }

    public static Api of(TestUser user) {
        return new Api(user.token(), "vi");
    }

    public Api in(String otherLanguage) {
        return new Api(token, otherLanguage);
    }

    public Api withToken(String otherToken) {
        return new Api(otherToken, language);
    }

    /** @param parameters name, value, name, value … */
    public Answer get(String path, String... parameters) {
        return send("GET", path + query(parameters), null, BodyPublishers.noBody());
    }

    public Answer post(String path, JsonObject body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Answer patch(String path, JsonObject body) {
        return send("PATCH", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Sen.baseUrl() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language)
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return send(request.build());
    }

    /** The bytes of a file. */
    byte[] download(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Sen.baseUrl() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String query(String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
