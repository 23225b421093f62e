package vn.sencrm.customer.geocoder;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the two usual geocoders are asked, and what they answer. Both look in Vietnam only. */
enum GeocoderProtocol {
    /** <a href="https://nominatim.org/release-docs/latest/api/Search/">nominatim.org</a>: an array of places. */
    NOMINATIM {
        @Override
        String question(String text, int limit) {
            return "/search?format=jsonv2&addressdetails=1&countrycodes=vn&accept-language=vi&limit=" + limit + "&q="
                    + encoded(text);
        }

        @Override
        List<FoundAddress> answer(JsonStructure answer) {
            return ((JsonArray) answer)
                    .getValuesAs(JsonObject.class).stream()
                            .map(NOMINATIM::place)
                            .toList();
        }

        @Override
        FoundAddress place(JsonObject place) {
            JsonObject parts = place.get("address") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
            String whole = text(place, "display_name");
            String road = joined(" ", text(parts, "house_number"), text(parts, "road"));
            return new FoundAddress(
                    whole,
                    road == null ? text(place, "name") : road,
                    areas(parts),
                    Double.parseDouble(text(place, "lat")),
                    Double.parseDouble(text(place, "lon")));
        }
    },
    /** <a href="https://github.com/komoot/photon">Photon</a>: GeoJSON, a collection of features. */
    PHOTON {
        @Override
        String question(String text, int limit) {
            return "/api?bbox=102,7,115,24&limit=" + limit + "&q=" + encoded(text);
        }

        @Override
        List<FoundAddress> answer(JsonStructure answer) {
            return ((JsonObject) answer)
                    .getJsonArray("features").getValuesAs(JsonObject.class).stream()
                            .filter(feature -> "VN"
                                    .equalsIgnoreCase(
                                            feature.getJsonObject("properties").getString("countrycode", "VN")))
                            .map(PHOTON::place)
                            .toList();
        }

        @Override
        FoundAddress place(JsonObject feature) {
            JsonObject parts = feature.getJsonObject("properties");
            List<JsonNumber> at = feature.getJsonObject("geometry")
                    .getJsonArray("coordinates")
                    .getValuesAs(JsonNumber.class);
            String road = joined(" ", text(parts, "housenumber"), text(parts, "street"));
            String whole = joined(
                    ", ",
                    text(parts, "name"),
                    road,
                    text(parts, "locality"),
                    text(parts, "district"),
                    text(parts, "city"),
                    text(parts, "county"),
                    text(parts, "state"));
            return new FoundAddress(
                    whole,
                    road == null ? text(parts, "name") : road,
                    areas(parts),
                    at.get(1).doubleValue(),
                    at.get(0).doubleValue());
        }
    };

    /** What in a place's parts is no area that could be a commune or a province. */
    private static final Set<String> NO_AREAS = Set.of(
            "house_number",
            "housenumber",
            "road",
            "street",
            "name",
            "postcode",
            "country",
            "country_code",
            "countrycode",
            "type",
            "osm_type",
            "osm_key",
            "osm_value");

    /** The path and parameters with which a text is looked for. */
    abstract String question(String text, int limit);

    /** The places of an answer; what is not of the protocol's form ends in a runtime exception. */
    abstract List<FoundAddress> answer(JsonStructure answer);

    abstract FoundAddress place(JsonObject place);

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text && !text.getString().isBlank()
                ? text.getString().strip()
                : null;
    }

    private static String joined(String between, String... parts) {
        String joined = Stream.of(parts).filter(Objects::nonNull).distinct().collect(Collectors.joining(between));
        return joined.isEmpty() ? null : joined;
    }

    private static List<String> areas(JsonObject parts) {
        List<String> areas = new ArrayList<>();
        parts.forEach((name, value) -> {
            if (value instanceof JsonString text && !NO_AREAS.contains(name) && !name.startsWith("ISO3166")) {
                areas.add(text.getString());
            }
        });
        return areas;
    }
}
