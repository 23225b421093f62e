package vn.sencrm.common.filter;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;

/** Filters written as JSON, and the JSON library that reads them. */
final class FilterJson {

    /** Kept: to look the library up costs more than to read a filter. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private FilterJson() {}

    static JsonValue read(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            // Asked for more, the parser refuses whatever follows the value; a reader would ignore it.
            parser.hasNext();
            return value;
        }
    }

    static String write(Filter filter) {
        return object(filter).build().toString();
    }

    private static JsonObjectBuilder object(Filter filter) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        if (filter instanceof Filter.And and) {
            return object.add("and", array(and.parts()));
        }
        if (filter instanceof Filter.Or or) {
            return object.add("or", array(or.parts()));
        }
        if (filter instanceof Filter.Not not) {
            return object.add("not", object(not.part()));
        }
        return condition(object, (Filter.Condition) filter);
    }

    private static JsonObjectBuilder condition(JsonObjectBuilder object, Filter.Condition condition) {
        object.add("field", condition.field()).add("op", condition.op().code());
        return switch (condition.op().arity()) {
            case NONE -> object;
            case ONE -> object.add("value", value(condition.values().get(0)));
            case TWO, MANY -> object.add("value", values(condition.values()));
        };
    }

    /** A value of a condition, also as it was read: a whole number, a date. */
    static JsonValue scalar(Object value) {
        if (value instanceof Long number) {
            return JSON.createValue(number);
        }
        return value instanceof Boolean || value instanceof BigDecimal
                ? value(value)
                : JSON.createValue(value.toString());
    }

    static JsonValue array(JsonValue only) {
        return JSON.createArrayBuilder().add(only).build();
    }

    static JsonValue object(String name, JsonValue only) {
        return JSON.createObjectBuilder().add(name, only).build();
    }

    private static JsonArrayBuilder array(List<Filter> parts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        parts.forEach(part -> array.add(object(part)));
        return array;
    }

    private static JsonArrayBuilder values(List<Object> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(value(value)));
        return array;
    }

    private static JsonValue value(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof BigDecimal number ? JSON.createValue(number) : JSON.createValue((String) value);
    }
}
