package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.Excerpt;

/** The problems and cells of a row as they stand in {@code import_row}. */
final class RowJson {

    private static final JsonBuilderFactory BUILDERS = JSON.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    private static final int CELL_LIMIT = 500;

    private RowJson() {}

    static String problems(List<RowProblem> problems) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        problems.forEach(problem -> array.add(BUILDERS.createObjectBuilder()
                .add("field", problem.field())
                .add("column", problem.column())
                .add("code", problem.code())
                .add("arguments", BUILDERS.createArrayBuilder(problem.arguments()))
                .add("warning", problem.warning())));
        return text(array);
    }

    static List<RowProblem> problems(String json) {
        return json == null
                ? List.of()
                : array(json).getValuesAs(JsonObject.class).stream()
                        .map(problem -> new RowProblem(
                                problem.getString("field"),
                                problem.getInt("column"),
                                problem.getString("code"),
                                problem.getJsonArray("arguments").getValuesAs(JsonString::getString),
                                problem.getBoolean("warning")))
                        .toList();
    }

    /** The cells as far as one looks at them: pages of rows full of long cells would not fit into memory. */
    static String cells(String[] cells) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        Arrays.stream(cells).forEach(cell -> {
            if (cell == null) {
                array.addNull();
            } else {
                array.add(Excerpt.of(cell, CELL_LIMIT));
            }
        });
        return text(array);
    }

    /** The cells, an empty text for an empty one. */
    static List<String> cells(String json) {
        return json == null
                ? List.of()
                : array(json).stream()
                        .map(cell -> cell == JsonValue.NULL ? "" : ((JsonString) cell).getString())
                        .toList();
    }

    /** A field of a document as plain text: the first value of a list, empty for what is no text. */
    static String text(String document, String field) {
        try (var reader = READERS.createReader(new StringReader(document))) {
            JsonValue value = reader.readObject().get(field);
            if (value instanceof JsonArray list && !list.isEmpty() && list.get(0) instanceof JsonObject first) {
                return first.getString("value", "");
            }
            return value instanceof JsonString text ? text.getString() : "";
        }
    }

    private static String text(JsonArrayBuilder array) {
        return array.build().toString();
    }

    private static JsonArray array(String json) {
        try (var reader = READERS.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
