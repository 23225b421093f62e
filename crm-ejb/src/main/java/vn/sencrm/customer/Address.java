package vn.sencrm.customer;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address as it was typed, with the codes of its commune and province where they are known. Names stay beside the
 * codes, so that addresses of before a reform stay readable.
 *
 * @param communeCode code of a {@code location}, null when the commune is unknown or has none
 * @param lat WGS 84 degrees, null together with {@code lon}
 */
public record Address(
        String street,
        String commune,
        String communeCode,
        String province,
        String provinceCode,
        String note,
        Double lat,
        Double lon)
        implements Serializable {

    /** The address in one line, as it is written on an envelope. */
    public String line() {
        return Stream.of(street, commune, province).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    JsonObject toJson() {
        return new Nullables()
                .add("street", street)
                .add("commune", commune)
                .add("communeCode", communeCode)
                .add("province", province)
                .add("provinceCode", provinceCode)
                .add("note", note)
                .add("lat", lat)
                .add("lon", lon)
                .build();
    }

    static Address from(JsonObject json) {
        return new Address(
                json.getString("street", null),
                json.getString("commune", null),
                json.getString("communeCode", null),
                json.getString("province", null),
                json.getString("provinceCode", null),
                json.getString("note", null),
                number(json, "lat"),
                number(json, "lon"));
    }

    private static Double number(JsonObject json, String name) {
        return json.get(name) instanceof JsonNumber number ? number.doubleValue() : null;
    }
}
