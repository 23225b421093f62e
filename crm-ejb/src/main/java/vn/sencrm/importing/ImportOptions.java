package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.Serializable;
import java.io.StringReader;

/**
 * What the user chose for a run.
 *
 * @param key by which rows find existing records; CODE alone so far
 * @param onMatch what happens to a row whose record exists
 * @param kind the kind of new customers where no column says it; null for the type's default
 * @param stage likewise the stage
 */
public record ImportOptions(Key key, OnMatch onMatch, String kind, String stage) implements Serializable {

    /** By what a row finds its record. */
    public enum Key {
        CODE
    }

    /** What is done with a row whose record exists already. */
    public enum OnMatch {
        SKIP,
        OVERWRITE
    }

    public static final ImportOptions DEFAULT = new ImportOptions(Key.CODE, OnMatch.SKIP, null, null);

    public static ImportOptions parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new ImportOptions(
                    Key.valueOf(object.getString("key", DEFAULT.key.name())),
                    OnMatch.valueOf(object.getString("onMatch", DEFAULT.onMatch.name())),
                    object.getString("kind", null),
                    object.getString("stage", null));
        }
    }

    public String toJson() {
        var json = JSON.createObjectBuilder().add("key", key.name()).add("onMatch", onMatch.name());
        if (kind != null) {
            json.add("kind", kind);
        }
        if (stage != null) {
            json.add("stage", stage);
        }
        return json.build().toString();
    }
}
