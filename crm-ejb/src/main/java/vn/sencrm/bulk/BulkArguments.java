package vn.sencrm.bulk;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerLookups;
import vn.sencrm.customer.attribute.AttributeValues;

/** Reads the arguments of an action; what is wrong is told with the argument's name. */
public final class BulkArguments {

    private final JsonObject args;

    /** @param known the arguments that the action has; any other is refused */
    public BulkArguments(JsonObject args, Set<String> known) {
        this.args = args;
        args.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw bad(name, "UNKNOWN_OPTION", name);
        });
    }

    /** The id of what a code or name stands for, null for none. */
    Long choice(String name, CustomerField field, Supplier<CustomerLookups> lookups) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Long id = lookups.get().choice(field, text);
        if (id == null) {
            throw bad(name, "UNKNOWN_OPTION", text);
        }
        return id;
    }

    /** A text, null for none. */
    public String text(String name) {
        JsonValue value = args.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString text)) {
            throw bad(name, "BAD_VALUE", value.toString());
        }
        return text.getString().isBlank() ? null : text.getString();
    }

    boolean flag(String name) {
        JsonValue value = args.getOrDefault(name, JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw bad(name, "BAD_VALUE", value.toString());
        }
        return value == JsonValue.TRUE;
    }

    /** At least one text. */
    List<String> texts(String name) {
        JsonValue value = args.getOrDefault(name, JsonValue.NULL);
        if (!(value instanceof JsonArray array) || array.isEmpty()) {
            throw bad(name, value == JsonValue.NULL || value instanceof JsonArray ? "REQUIRED" : "BAD_VALUE", "");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonString text) || text.getString().isBlank()) {
                throw bad(name + "[" + i + "]", "BAD_VALUE", array.get(i).toString());
            }
            texts.add(text.getString());
        }
        return texts;
    }

    /** The members of an object, at least one, as values of attributes; an object inside is left one, which no attribute takes. */
    Map<String, Object> members(String name) {
        JsonValue value = args.getOrDefault(name, JsonValue.NULL);
        if (!(value instanceof JsonObject object) || object.isEmpty()) {
            throw bad(name, value == JsonValue.NULL || value instanceof JsonObject ? "REQUIRED" : "BAD_VALUE", "");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        object.forEach((code, member) -> members.put(
                code, member instanceof JsonObject inner ? Map.copyOf(inner) : AttributeValues.read(member)));
        return members;
    }

    public static InvalidInputException bad(String name, String code, String argument) {
        return new InvalidInputException(List.of(new FieldProblem(name, code, argument)));
    }

    /** An id among the parameters that a run keeps, null for none. */
    static Long id(JsonObject parameters, String name) {
        return parameters.get(name) instanceof JsonNumber number ? Long.valueOf(number.longValue()) : null;
    }
}
