package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import vn.sencrm.catalogue.CatalogueEntry;
import vn.sencrm.catalogue.CatalogueFilter;
import vn.sencrm.catalogue.CatalogueInput;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;

/** The catalogue entry JSON, a public contract. */
final class CatalogueJson {

    /** What an entry as it was read may carry when it is sent back; the resource takes some of it, or it says nothing. */
    private static final Set<String> NOT_INPUT =
            Set.of("id", "version", "position", "archived", "uses", "usesAreExact");

    private CatalogueJson() {}

    static String list(List<CatalogueEntry> entries) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        entries.forEach(entry -> items.add(object(entry)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", entries.size())
                .add("totalIsExact", true)
                .addNull("next")
                .build()
                .toString();
    }

    static String one(CatalogueEntry entry) {
        return object(entry).build().toString();
    }

    private static JsonObjectBuilder object(CatalogueEntry entry) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", entry.id())
                .add("version", entry.version())
                .add(CatalogueInput.CODE, entry.code())
                .add(CatalogueInput.NAME_VI, entry.nameVi())
                .add(CatalogueInput.NAME_EN, entry.nameEn())
                .add("position", entry.position())
                .add(CatalogueInput.COLOUR, entry.colour())
                .add("archived", entry.archived())
                .add("uses", entry.uses())
                .add("usesAreExact", entry.usesAreExact());
        entry.more().forEach((field, value) -> json.add(field, own(value)));
        return json;
    }

    private static JsonValue own(Object value) {
        if (value instanceof BigDecimal number) {
            return JSON.createValue(number);
        }
        return value instanceof CatalogueFilter filter ? filter(filter.json()) : JSON.createValue(value.toString());
    }

    private static JsonValue filter(String json) {
        if (json.isEmpty()) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** @throws InvalidInputException for a member that is neither text nor number nor filter */
    static CatalogueInput input(JsonObject json) {
        CatalogueInput input = new CatalogueInput();
        json.forEach((field, value) -> {
            if (!NOT_INPUT.contains(field)) {
                input.set(field, text(field, value));
            }
        });
        return input;
    }

    private static String text(String field, JsonValue value) {
        if (value == JsonValue.NULL) {
            return "";
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonObject filter) {
            return filter.toString();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().toPlainString();
        }
        throw new InvalidInputException(List.of(new FieldProblem(field, "BAD_VALUE", value.toString())));
    }
}
