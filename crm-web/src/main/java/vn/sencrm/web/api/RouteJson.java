package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.route.Route;
import vn.sencrm.customer.route.RouteInput;
import vn.sencrm.customer.route.RouteStop;

/** Routes as the API tells them, and what it takes for them. */
final class RouteJson {

    private RouteJson() {}

    static String routes(List<Route> routes) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        routes.forEach(route -> items.add(object(route)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", routes.size())
                .add("totalIsExact", true)
                .addNull("next")
                .build()
                .toString();
    }

    static String one(Route route) {
        return object(route).build().toString();
    }

    private static JsonObjectBuilder object(Route route) {
        JsonArrayBuilder staff = JSON.createArrayBuilder();
        route.staff().forEach(member -> staff.add(member.username()));
        return JSON.createObjectBuilder()
                .add("id", route.id())
                .add("version", route.version())
                .add("code", route.code())
                .add("name", route.name())
                .add("notes", orNull(route.notes()))
                .add("archived", route.archived())
                .add("staff", staff)
                .add("customers", route.customers());
    }

    /** @param stops one more than a page holds when there are more */
    static String stops(List<RouteStop> stops, int page) {
        List<RouteStop> shown = stops.size() > page ? stops.subList(0, page) : stops;
        JsonArrayBuilder items = JSON.createArrayBuilder();
        shown.forEach(stop -> items.add(JSON.createObjectBuilder()
                .add("stop", stop.stop())
                .add("customer", stop.customer())
                .add("code", stop.code())
                .add("name", stop.name())
                .add("phone", orNull(stop.phone()))
                .add("address", orNull(stop.address()))));
        String next = stops.size() > page
                ? Integer.toString(shown.get(shown.size() - 1).stop())
                : null;
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("next", orNull(next))
                .build()
                .toString();
    }

    static String added(int number) {
        return JSON.createObjectBuilder().add("added", number).build().toString();
    }

    private static JsonValue orNull(String value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value);
    }

    // ---- reading

    /** @throws InvalidInputException naming a member that is of the wrong kind */
    static RouteInput input(JsonObject json) {
        JsonValue archived = json.get("archived");
        if (archived != null && archived != JsonValue.TRUE && archived != JsonValue.FALSE) {
            throw bad("archived", archived);
        }
        return new RouteInput(
                text(json, "code"),
                text(json, "name"),
                text(json, "notes"),
                archived == null ? null : archived == JsonValue.TRUE,
                texts(json, "staff"));
    }

    private static String text(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            return null;
        }
        if (value == JsonValue.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw bad(name, value);
    }

    private static List<String> texts(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonArray array)) {
            throw bad(name, value);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonString text)) {
                throw bad(name + "[" + i + "]", array.get(i));
            }
            texts.add(text.getString());
        }
        return texts;
    }

    static int whole(JsonObject json, String name) {
        if (json.get(name) instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        throw new InvalidInputException(List.of(new FieldProblem(name, "REQUIRED")));
    }

    static List<Long> ids(JsonObject json, String name) {
        if (!(json.get(name) instanceof JsonArray array) || array.isEmpty()) {
            throw new InvalidInputException(List.of(new FieldProblem(name, "REQUIRED")));
        }
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonNumber number)) {
                throw bad(name + "[" + i + "]", array.get(i));
            }
            ids.add(number.longValue());
        }
        return ids;
    }

    private static InvalidInputException bad(String field, JsonValue value) {
        return new InvalidInputException(List.of(new FieldProblem(field, "BAD_VALUE", value.toString())));
    }
}
