package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.Page;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerFilters;

/**
 * Reads the members of a request's body; what is wrong is told with the member's name. Null is as good as nothing. And
 * writes the members that every list has.
 */
final class JsonMembers {

    private JsonMembers() {}

    /** A page of a list, as every list is told. */
    static <T> String page(Page<T> page, Function<T, JsonObject> json) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        page.items().forEach(item -> items.add(json.apply(item)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", page.total())
                .add("totalIsExact", page.totalIsExact())
                .add("next", page.next() == null ? JsonValue.NULL : JSON.createValue(page.next()))
                .build()
                .toString();
    }

    static void refuseOthers(JsonObject body, Set<String> known) {
        body.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw bad(name, "UNKNOWN_OPTION", name);
        });
    }

    static boolean isGiven(JsonObject body, String name) {
        return body.getOrDefault(name, JsonValue.NULL) != JsonValue.NULL;
    }

    /** A text, null for none. */
    static String text(JsonObject body, String name) {
        if (!isGiven(body, name)) {
            return null;
        }
        if (body.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw bad(name, body.get(name));
    }

    /** Texts, null for none given. */
    static List<String> texts(JsonObject body, String name) {
        if (!isGiven(body, name)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        JsonArray array = array(body, name);
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonString text)) {
                throw bad(name + "[" + i + "]", array.get(i));
            }
            texts.add(text.getString());
        }
        return texts;
    }

    /** Ids, null for none given. */
    static List<Long> ids(JsonObject body, String name) {
        if (!isGiven(body, name)) {
            return null;
        }
        JsonArray array = array(body, name);
        List<Long> ids = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            ids.add(integer(array.get(i), name + "[" + i + "]"));
        }
        return ids;
    }

    /** A whole number, null for none. */
    static Long number(JsonObject body, String name) {
        return isGiven(body, name) ? Long.valueOf(integer(body.get(name), name)) : null;
    }

    private static JsonArray array(JsonObject body, String name) {
        if (body.get(name) instanceof JsonArray array) {
            return array;
        }
        throw bad(name, body.get(name));
    }

    private static long integer(JsonValue value, String name) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException tooLarge) {
                throw bad(name, value);
            }
        }
        throw bad(name, value);
    }

    /** The member {@code filter}, null for none. */
    static Filter filter(JsonObject body, CustomerFilters filters) {
        return isGiven(body, "filter") ? filters.parse(body.get("filter").toString()) : null;
    }

    /** A value of another type than the member has. */
    static InvalidInputException bad(String field, JsonValue value) {
        return bad(field, "BAD_VALUE", value instanceof JsonString text ? text.getString() : value.toString());
    }

    static InvalidInputException bad(String field, String code, String value) {
        String told = value.length() > 60 ? value.substring(0, 60) : value;
        return new InvalidInputException(List.of(new FieldProblem(field, code, told)));
    }
}
