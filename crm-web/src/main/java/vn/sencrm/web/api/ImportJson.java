package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.importing.ImportCounts;
import vn.sencrm.importing.ImportLeft;
import vn.sencrm.importing.ImportOptions;
import vn.sencrm.importing.ImportPreview;
import vn.sencrm.importing.ImportProgress;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.importing.NamedMapping;
import vn.sencrm.importing.RowProblem;
import vn.sencrm.importing.sheet.LegacyText;
import vn.sencrm.importing.sheet.SheetLayout;

/** Imports as the API tells them, and what it takes for them. */
final class ImportJson {

    /**
     * What came with a file.
     *
     * @param mapping null when it is to be found
     * @param mappingName the name under which one is kept, null for none
     */
    record Wishes(ImportOptions options, boolean dryRun, Map<String, String> mapping, String mappingName) {}

    private static final Set<String> OPTIONS = Set.of(
            "key",
            "onMatch",
            "onFurtherContact",
            "kind",
            "stage",
            "tags",
            "groupId",
            "teamId",
            "clearEmpties",
            "automation",
            "sheet",
            "headerRow",
            "text",
            "dryRun",
            "mapping",
            "mappingName");

    /** Where the table stands, and how its text is written. */
    private static final Set<String> PLACE = Set.of("sheet", "headerRow", "text");

    private static final int LAST_ROW = 1_048_576;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private ImportJson() {}

    /** @param failure why it failed, in the caller's language; blank where it did not */
    static JsonObject run(ImportRun run, ImportProgress progress, String failure) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", run.id())
                .add("type", run.type())
                .add("state", run.state().name())
                .add("dryRun", run.dryRun())
                .add("fileName", run.fileName())
                .add("fileSize", run.fileSize())
                .add("options", options(run.options()))
                .add("headers", JSON.createArrayBuilder(run.headers()))
                .add("mapping", mapping(run.mapping()))
                .add("problem", orNull(run.problem()))
                .add("errorCode", orNull(run.errorCode()))
                .add("error", failure.isEmpty() ? JsonValue.NULL : JSON.createValue(failure))
                .add("progress", progress(progress))
                .add("counts", counts(run.counts()))
                .add("warned", run.warned())
                .add(
                        "undo",
                        JSON.createObjectBuilder().add("undone", run.undone()).add("left", run.left()))
                .add("createdBy", run.createdByName())
                .add("createdAt", run.createdAt().toString())
                .add("startedAt", orNull(run.startedAt()))
                .add("finishedAt", orNull(run.finishedAt()));
        return json.build();
    }

    static JsonObject left(ImportLeft left) {
        return JSON.createObjectBuilder()
                .add("row", left.row())
                .add("reason", left.reason().name())
                .add("code", left.code())
                .add("name", orNull(left.name()))
                .add("customer", left.customerId() == null ? JsonValue.NULL : JSON.createValue(left.customerId()))
                .build();
    }

    /** @param sentence tells a problem in the caller's language */
    static JsonObject preview(ImportRun run, ImportPreview preview, Function<RowProblem, String> sentence) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        preview.rows().forEach(row -> {
            JsonArrayBuilder problems = JSON.createArrayBuilder();
            row.problems().forEach(problem -> problems.add(problem(run, problem, sentence)));
            rows.add(JSON.createObjectBuilder()
                    .add("row", row.number())
                    .add("verdict", orNull(row.verdict()))
                    .add("cells", JSON.createArrayBuilder(row.cells()))
                    .add("problems", problems));
        });
        return JSON.createObjectBuilder()
                .add("sheets", JSON.createArrayBuilder(preview.sheets()))
                .add("headers", JSON.createArrayBuilder(run.headers()))
                .add("rows", rows)
                .add("converted", mapping(preview.examples()))
                .build();
    }

    private static JsonObjectBuilder problem(ImportRun run, RowProblem problem, Function<RowProblem, String> sentence) {
        return JSON.createObjectBuilder()
                .add("field", problem.field())
                .add(
                        "header",
                        problem.column() < 0
                                ? JsonValue.NULL
                                : JSON.createValue(run.headers().get(problem.column())))
                .add("code", problem.code())
                .add("message", sentence.apply(problem))
                .add("warning", problem.warning());
    }

    private static JsonObjectBuilder options(ImportOptions options) {
        return JSON.createObjectBuilder()
                .add("key", options.key().name())
                .add("onMatch", options.onMatch().name())
                .add("onFurtherContact", options.onFurtherContact().name())
                .add("kind", orNull(options.kind()))
                .add("stage", orNull(options.stage()))
                .add("tags", JSON.createArrayBuilder(options.tags()))
                .add("groupId", options.group() == null ? JsonValue.NULL : JSON.createValue(options.group()))
                .add("teamId", options.team() == null ? JsonValue.NULL : JSON.createValue(options.team()))
                .add("clearEmpties", options.clearEmpties())
                .add("automation", options.automation())
                .add("sheet", orNull(options.layout().sheet()))
                .add(
                        "headerRow",
                        options.layout().headerRow() == null
                                ? JsonValue.NULL
                                : JSON.createValue(options.layout().headerRow()))
                .add("text", orNull(options.layout().text()));
    }

    static JsonObjectBuilder mapping(NamedMapping mapping) {
        return JSON.createObjectBuilder()
                .add("id", mapping.id())
                .add("type", mapping.type())
                .add("name", mapping.name())
                .add("shared", mapping.shared())
                .add("headers", JSON.createArrayBuilder(mapping.headers()))
                .add("mapping", mapping(mapping.mapping()));
    }

    private static JsonObjectBuilder mapping(Map<String, String> mapping) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        mapping.forEach(json::add);
        return json;
    }

    private static JsonObjectBuilder progress(ImportProgress progress) {
        return JSON.createObjectBuilder()
                .add("done", progress.done())
                .add("total", progress.total() == null ? JsonValue.NULL : JSON.createValue(progress.total()))
                .add("phase", orNull(progress.phase()))
                .add(
                        "etaSeconds",
                        progress.etaSeconds() == null ? JsonValue.NULL : JSON.createValue(progress.etaSeconds()));
    }

    private static JsonObjectBuilder counts(ImportCounts counts) {
        return JSON.createObjectBuilder()
                .add("read", counts.read())
                .add("created", counts.created())
                .add("updated", counts.updated())
                .add("unchanged", counts.unchanged())
                .add("skipped", counts.skipped())
                .add("refused", counts.refused())
                .add("duplicates", counts.duplicates());
    }

    private static JsonValue orNull(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }

    // ---- reading

    /** @throws InvalidInputException naming the option that is unknown or has an unknown value */
    static Wishes wishes(String text) {
        JsonObject json = object(text);
        json.keySet().stream()
                .filter(name -> !OPTIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown("options." + name, name);
                });
        ImportOptions options = new ImportOptions(
                constant(json, "key", ImportOptions.Key.class, ImportOptions.DEFAULT.key()),
                constant(json, "onMatch", ImportOptions.OnMatch.class, ImportOptions.DEFAULT.onMatch()),
                constant(
                        json,
                        "onFurtherContact",
                        ImportOptions.FurtherContact.class,
                        ImportOptions.DEFAULT.onFurtherContact()),
                name(constant(json, "kind", CustomerKind.class, null)),
                name(constant(json, "stage", CustomerStage.class, null)),
                tags(json),
                number(json, "groupId"),
                number(json, "teamId"),
                flag(json, "clearEmpties"),
                flag(json, "automation"),
                new SheetLayout(text(json, "sheet"), headerRow(json), constant(json, "text", LegacyText.class, null)));
        return new Wishes(options, flag(json, "dryRun"), readMapping(json), text(json, "mappingName"));
    }

    /**
     * Other options for a file that is there: what is not given stays. Of another table the columns are found anew.
     *
     * @throws InvalidInputException as {@link #wishes}
     */
    static Wishes changed(ImportRun run, JsonObject given) {
        if (given.containsKey("dryRun")) {
            throw unknown("options.dryRun", "dryRun");
        }
        JsonObjectBuilder json = options(run.options());
        boolean elsewhere = PLACE.stream().anyMatch(given::containsKey);
        if (given.containsKey("sheet") && !given.containsKey("headerRow")) {
            json.addNull("headerRow");
        }
        if (!elsewhere && !given.containsKey("mappingName")) {
            json.add("mapping", mapping(run.mapping()));
        }
        given.forEach(json::add);
        return wishes(json.build().toString());
    }

    private static JsonObject object(String text) {
        if (text == null || text.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException notJson) {
            throw JsonMembers.bad("options", "BAD_VALUE", text);
        }
    }

    private static <E extends Enum<E>> E constant(JsonObject json, String name, Class<E> type, E absent) {
        JsonValue value = json.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return absent;
        }
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown("options." + name, text));
    }

    private static List<String> tags(JsonObject json) {
        JsonValue value = json.getOrDefault("tags", JsonValue.EMPTY_JSON_ARRAY);
        if (value == JsonValue.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonString.class::isInstance)) {
            throw JsonMembers.bad("options.tags", value);
        }
        return array.getValuesAs(JsonString::getString).stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static Long number(JsonObject json, String name) {
        JsonValue value = json.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonNumber number) || !isLong(number)) {
            throw JsonMembers.bad("options." + name, value);
        }
        return number.longValue();
    }

    /** Of a number beyond a long another one would be read. */
    private static boolean isLong(JsonNumber number) {
        return number.isIntegral() && number.bigDecimalValue().abs().compareTo(LARGEST) <= 0;
    }

    private static boolean flag(JsonObject json, String name) {
        JsonValue value = json.getOrDefault(name, JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE && value != JsonValue.NULL) {
            throw JsonMembers.bad("options." + name, value);
        }
        return value == JsonValue.TRUE;
    }

    /** A text among the options; null for none. */
    static String text(JsonObject json, String name) {
        JsonValue value = json.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString text)) {
            throw JsonMembers.bad("options." + name, value);
        }
        return text.getString();
    }

    private static Integer headerRow(JsonObject json) {
        Long row = number(json, "headerRow");
        if (row != null && (row < 1 || row > LAST_ROW)) {
            throw new InvalidInputException(
                    List.of(new FieldProblem("options.headerRow", "OUT_OF_RANGE", "1", Integer.toString(LAST_ROW))));
        }
        return row == null ? null : row.intValue();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Map<String, String> readMapping(JsonObject json) {
        JsonValue value = json.getOrDefault("mapping", JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonObject object)) {
            throw JsonMembers.bad("options.mapping", value);
        }
        Map<String, String> mapping = texts(object, "options.mapping.");
        mapping.values().removeIf(Objects::isNull);
        return mapping;
    }

    /**
     * The members of an object of texts, null among them.
     *
     * @param path what stands before a member's name where it is wrong
     */
    static Map<String, String> texts(JsonObject object, String path) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (value instanceof JsonString text) {
                texts.put(name, text.getString());
            } else if (value == JsonValue.NULL) {
                texts.put(name, null);
            } else {
                throw JsonMembers.bad(path + name, value);
            }
        });
        return texts;
    }

    private static InvalidInputException unknown(String field, String value) {
        return JsonMembers.bad(field, "UNKNOWN_OPTION", value);
    }
}
