package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.Serializable;
import java.io.StringReader;
import java.util.List;
import vn.sencrm.importing.sheet.LegacyText;
import vn.sencrm.importing.sheet.SheetLayout;

/**
 * What the user chose for a run.
 *
 * @param key by which rows find existing records
 * @param onMatch what happens to a row whose record exists
 * @param onFurtherContact what happens to a new contact of an account that has one already
 * @param kind the kind of new customers where no column says it; null for the type's default
 * @param stage likewise the stage
 * @param tags names of tags that every customer of the file gets
 * @param group the id of the group that every customer of the file joins; null for none
 * @param team the id of the team that new customers get where no column names one; null for none
 * @param clearEmpties whether overwriting also empties the fields of customers and contacts whose cells are empty
 * @param automation whether what the import makes and changes may fire automation. It is kept and told with the run; what
 *     listens to changes asks the run that caused them
 * @param layout where in the file the table stands
 */
public record ImportOptions(
        Key key,
        OnMatch onMatch,
        FurtherContact onFurtherContact,
        String kind,
        String stage,
        List<String> tags,
        Long group,
        Long team,
        boolean clearEmpties,
        boolean automation,
        SheetLayout layout)
        implements Serializable {

    /** By what a row finds its record. */
    public enum Key {
        CODE("code"),
        PHONE("phones", "PHONE"),
        EMAIL("emails", "EMAIL"),
        /** A tax code of 12 digits is the number of a person. */
        TAX("taxCode", "TAX", "IDNO"),
        IDNO("citizenId", "IDNO");

        private final String field;
        private final List<String> kinds;

        Key(String field, String... kinds) {
            this.field = field;
            this.kinds = List.of(kinds);
        }

        /** The field whose values are compared. */
        public String field() {
            return field;
        }

        /** The kinds of identity keys that are compared; none for the code. */
        List<String> kinds() {
            return kinds;
        }
    }

    /** What is done with a row whose record exists already. */
    public enum OnMatch {
        SKIP,
        /** Cells that are not empty replace what is there. */
        OVERWRITE,
        /** Only fields that are empty are filled. */
        FILL_EMPTY
    }

    /** What is done with the second and further contacts of an account. */
    public enum FurtherContact {
        ADD,
        IGNORE
    }

    public static final ImportOptions DEFAULT = new ImportOptions(
            Key.CODE,
            OnMatch.SKIP,
            FurtherContact.ADD,
            null,
            null,
            List.of(),
            null,
            null,
            false,
            false,
            SheetLayout.FIRST);

    public ImportOptions {
        tags = List.copyOf(tags);
    }

    /** Whether a cell that is empty empties its field. */
    boolean clears() {
        return clearEmpties && onMatch == OnMatch.OVERWRITE;
    }

    /** The same with what new customers are where neither a column nor the user says it. */
    ImportOptions withDefaults(String defaultKind, String defaultStage) {
        return new ImportOptions(
                key,
                onMatch,
                onFurtherContact,
                kind == null ? defaultKind : kind,
                stage == null ? defaultStage : stage,
                tags,
                group,
                team,
                clearEmpties,
                automation,
                layout);
    }

    /** The same, with a group that the file's customers join, or null. */
    public ImportOptions into(Long groupId) {
        return new ImportOptions(
                key, onMatch, onFurtherContact, kind, stage, tags, groupId, team, clearEmpties, automation, layout);
    }

    /** The same of a table that stands elsewhere in the file. */
    public ImportOptions at(SheetLayout place) {
        return new ImportOptions(
                key, onMatch, onFurtherContact, kind, stage, tags, group, team, clearEmpties, automation, place);
    }

    public static ImportOptions parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new ImportOptions(
                    Key.valueOf(object.getString("key", DEFAULT.key.name())),
                    OnMatch.valueOf(object.getString("onMatch", DEFAULT.onMatch.name())),
                    FurtherContact.valueOf(object.getString("onFurtherContact", DEFAULT.onFurtherContact.name())),
                    object.getString("kind", null),
                    object.getString("stage", null),
                    object.containsKey("tags")
                            ? object.getJsonArray("tags").getValuesAs(JsonString::getString)
                            : List.of(),
                    number(object, "group"),
                    number(object, "team"),
                    object.getBoolean("clearEmpties", false),
                    object.getBoolean("automation", false),
                    new SheetLayout(
                            object.getString("sheet", null),
                            intOf(number(object, "headerRow")),
                            object.containsKey("text") ? LegacyText.valueOf(object.getString("text")) : null));
        }
    }

    private static Long number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? number.longValue() : null;
    }

    private static Integer intOf(Long number) {
        return number == null ? null : number.intValue();
    }

    public String toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("key", key.name())
                .add("onMatch", onMatch.name())
                .add("onFurtherContact", onFurtherContact.name());
        if (kind != null) {
            json.add("kind", kind);
        }
        if (stage != null) {
            json.add("stage", stage);
        }
        if (!tags.isEmpty()) {
            json.add("tags", JSON.createArrayBuilder(tags));
        }
        if (group != null) {
            json.add("group", group);
        }
        if (team != null) {
            json.add("team", team);
        }
        if (clearEmpties) {
            json.add("clearEmpties", true);
        }
        if (automation) {
            json.add("automation", true);
        }
        if (layout.sheet() != null) {
            json.add("sheet", layout.sheet());
        }
        if (layout.headerRow() != null) {
            json.add("headerRow", layout.headerRow());
        }
        if (layout.text() != null) {
            json.add("text", layout.text().name());
        }
        return json.build().toString();
    }
}
