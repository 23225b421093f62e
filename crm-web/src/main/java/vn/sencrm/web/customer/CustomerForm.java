package vn.sencrm.web.customer;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerField.Type;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeType;

/**
 * What stands in the inputs of a customer's form, exactly as it was typed: single fields and attributes as texts, lists
 * as rows of named parts. No value is ever refused here, so nothing typed is lost when the form is.
 */
public final class CustomerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Boolean> flags = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();
    /** What is ticked of attributes of several choices: lists, or the arrays that the page writes. */
    private final Map<String, Object> ticked = new TreeMap<>();

    /** Whether the form shows the field as rows; a representative is one row that cannot be added to. */
    static boolean isRows(CustomerField field) {
        return field.type() == Type.PERSON || field.type().isList() && field.type() != Type.TAGS;
    }

    /** The names of the parts of a field's rows, the one first that makes a row count. */
    static List<String> parts(CustomerField field) {
        return switch (field.type()) {
            case SOCIALS -> List.of("id", "network");
            case ADDRESSES -> List.of("street", "commune", "province", "note", "lat", "lon");
            case PEOPLE, PERSON -> List.of("name", "relation", "phone");
            default -> List.of("value", "label");
        };
    }

    void put(CustomerField field, String text) {
        if (field.type() == Type.FLAG) {
            flags.put(field.jsonName(), Boolean.valueOf(text));
        } else {
            texts.put(field.jsonName(), text == null ? "" : text);
        }
    }

    void putRows(CustomerField field, List<Map<String, String>> values) {
        List<Map<String, String>> all = new ArrayList<>();
        values.forEach(value -> all.add(new LinkedHashMap<>(value)));
        rows.put(field.jsonName(), all);
        keepOne(field);
    }

    /** As many empty rows as the browser shows, to be filled with what it sent. */
    void putEmptyRows(CustomerField field, int count) {
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new LinkedHashMap<>());
        }
        rows.put(field.jsonName(), all);
        keepOne(field);
    }

    void add(CustomerField field) {
        if (rows(field).size() < field.limit()) {
            rows(field).add(new LinkedHashMap<>());
        }
    }

    void remove(CustomerField field, int index) {
        if (index < rows(field).size()) {
            rows(field).remove(index);
        }
        keepOne(field);
    }

    /** Moves a row to the first place: the first is the primary one. */
    void makePrimary(CustomerField field, int index) {
        if (index < rows(field).size()) {
            rows(field).add(0, rows(field).remove(index));
        }
    }

    /** Several numbers typed into one input become rows of their own. */
    void splitPhones() {
        List<Map<String, String>> all = rows.get(CustomerField.PHONES.jsonName());
        if (all == null) {
            return;
        }
        List<Map<String, String>> split = new ArrayList<>();
        for (Map<String, String> row : all) {
            List<String> numbers = PhoneNumber.split(row.get("value"));
            if (numbers.size() < 2) {
                split.add(row);
            } else {
                numbers.forEach(number -> split.add(new LinkedHashMap<>(Map.of("value", number))));
            }
        }
        putRows(CustomerField.PHONES, split);
    }

    private void keepOne(CustomerField field) {
        if (rows(field).isEmpty()) {
            rows(field).add(new LinkedHashMap<>());
        }
    }

    /** Whether the field holds the same as in another form; empty rows do not count. */
    boolean isSame(CustomerField field, CustomerForm other) {
        return isRows(field)
                ? filled(field).equals(other.filled(field))
                : input(field).equals(other.input(field));
    }

    /** Takes a field's value over from another form. */
    void copy(CustomerField field, CustomerForm other) {
        if (isRows(field)) {
            putRows(field, other.rows(field));
        } else {
            put(field, other.input(field));
        }
    }

    /** The given fields as the service takes them. */
    CustomerInput input(List<CustomerField> fields) {
        return input(fields, List.of());
    }

    /** The given fields and attributes as the service takes them. */
    CustomerInput input(List<CustomerField> fields, List<Attribute> attributes) {
        CustomerInput input = new CustomerInput();
        fields.forEach(field -> input.set(field, isRows(field) ? rowsInput(field) : input(field)));
        if (!attributes.isEmpty()) {
            Map<String, Object> values = new LinkedHashMap<>();
            attributes.forEach(attribute -> values.put(attribute.code(), input(attribute)));
            input.set(CustomerField.ATTRIBUTES, values);
        }
        return input;
    }

    // ---- attributes

    void put(Attribute attribute, Object value) {
        if (attribute.type() == AttributeType.MULTI_CHOICE) {
            ticked.put(attribute.code(), ticked(value));
        } else {
            texts.put(attribute.jsonName(), value == null ? "" : value.toString());
        }
    }

    /** As it was typed: a text, or the list of what is ticked. */
    Object input(Attribute attribute) {
        if (attribute.type() == AttributeType.MULTI_CHOICE) {
            return ticked(ticked.get(attribute.code()));
        }
        String text = texts.get(attribute.jsonName());
        return text == null ? "" : text;
    }

    boolean isSame(Attribute attribute, CustomerForm other) {
        return input(attribute).equals(other.input(attribute));
    }

    void copy(Attribute attribute, CustomerForm other) {
        put(attribute, other.input(attribute));
    }

    private static List<String> ticked(Object value) {
        List<?> list = value instanceof Object[] array
                ? Arrays.asList(array)
                : value instanceof Collection<?> many ? List.copyOf(many) : List.of();
        return list.stream().map(Object::toString).toList();
    }

    private Object rowsInput(CustomerField field) {
        List<Map<String, String>> all =
                rows(field).stream().map(row -> complete(field, row)).toList();
        return field.type() == Type.PERSON ? all.get(0) : all;
    }

    private String input(CustomerField field) {
        if (field.type() == Type.FLAG) {
            return String.valueOf(Boolean.TRUE.equals(flags.get(field.jsonName())));
        }
        String text = texts.get(field.jsonName());
        return text == null ? "" : text;
    }

    private List<Map<String, String>> filled(CustomerField field) {
        return rows(field).stream()
                .map(row -> complete(field, row))
                .filter(row -> isFilled(field, row))
                .toList();
    }

    private static boolean isFilled(CustomerField field, Map<String, String> row) {
        boolean onlyMain = field.type() != Type.ADDRESSES && !parts(field).contains("name");
        return onlyMain
                ? !row.get(parts(field).get(0)).isBlank()
                : row.values().stream().anyMatch(part -> !part.isBlank());
    }

    private static Map<String, String> complete(CustomerField field, Map<String, String> row) {
        Map<String, String> whole = new TreeMap<>();
        parts(field).forEach(part -> whole.put(part, row.get(part) == null ? "" : row.get(part)));
        return whole;
    }

    private List<Map<String, String>> rows(CustomerField field) {
        return rows.computeIfAbsent(field.jsonName(), name -> new ArrayList<>());
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        texts.forEach((name, text) -> json.add(name, text == null ? "" : text));
        ticked.forEach((code, value) -> json.add(Attribute.JSON_PREFIX + code, Json.createArrayBuilder(ticked(value))));
        flags.forEach((name, flag) -> json.add(name, String.valueOf(flag)));
        rows.keySet()
                .forEach(name ->
                        json.add(name, array(filled(CustomerField.named(name).orElseThrow()))));
        return json.build();
    }

    private static JsonArrayBuilder array(List<Map<String, String>> list) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        list.forEach(row -> {
            JsonObjectBuilder object = Json.createObjectBuilder();
            row.forEach(object::add);
            array.add(object);
        });
        return array;
    }

    static CustomerForm parse(JsonObject json) {
        CustomerForm form = new CustomerForm();
        json.keySet().stream()
                .filter(name -> name.startsWith(Attribute.JSON_PREFIX))
                .forEach(name -> form.parseAttribute(name, json.get(name)));
        json.forEach((name, value) -> CustomerField.named(name).ifPresent(field -> {
            if (isRows(field)) {
                form.putRows(
                        field,
                        json.getJsonArray(name).stream()
                                .map(row -> texts(row.asJsonObject()))
                                .toList());
            } else {
                form.put(field, json.getString(name));
            }
        }));
        return form;
    }

    private void parseAttribute(String name, JsonValue value) {
        if (value instanceof JsonArray array) {
            ticked.put(name.substring(Attribute.JSON_PREFIX.length()), array.getValuesAs(JsonString::getString));
        } else {
            texts.put(name, ((JsonString) value).getString());
        }
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> row = new TreeMap<>();
        json.forEach((name, value) -> row.put(name, ((JsonString) value).getString()));
        return row;
    }

    /** By the attributes' codes. */
    public Map<String, Object> getTicked() {
        return ticked;
    }

    /** By the fields' names in JSON; pages write into it. */
    public Map<String, String> getTexts() {
        return texts;
    }

    public Map<String, Boolean> getFlags() {
        return flags;
    }

    public Map<String, List<Map<String, String>>> getRows() {
        return rows;
    }
}
