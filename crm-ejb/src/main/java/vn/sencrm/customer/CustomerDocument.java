package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeValues;

/**
 * A customer, or a part of one, as checked values by field: the form in which audit, import, undo and history keep it.
 * References are ids, dates ISO texts, tags their names; a field that is present with null was cleared. In JSON each
 * attribute is a member of its own, {@code attributes.<code>}, so that documents compare and unite one by one.
 */
public final class CustomerDocument {

    private static final JsonGeneratorFactory GENERATORS = JSON.createGeneratorFactory(Map.of());

    private final EnumMap<CustomerField, Object> values;

    public CustomerDocument() {
        this(Map.of());
    }

    public CustomerDocument(Map<CustomerField, Object> values) {
        this.values = new EnumMap<>(CustomerField.class);
        this.values.putAll(values);
    }

    public void put(CustomerField field, Object value) {
        values.put(field, value);
    }

    void putIfMissing(CustomerField field, Object value) {
        values.putIfAbsent(field, value);
    }

    /** Takes the field out, as if it had not been given. */
    public void remove(CustomerField field) {
        values.remove(field);
    }

    public boolean has(CustomerField field) {
        return values.containsKey(field);
    }

    public Object get(CustomerField field) {
        return values.get(field);
    }

    public Set<CustomerField> fields() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public String text(CustomerField field) {
        return (String) values.get(field);
    }

    /** The attributes' values by code, in the order of codes; one with null was cleared. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> attributes() {
        Map<String, Object> attributes = (Map<String, Object>) values.get(CustomerField.ATTRIBUTES);
        return attributes == null ? Map.of() : Collections.unmodifiableMap(attributes);
    }

    private void putAttribute(String code, Object value) {
        Map<String, Object> attributes = new TreeMap<>(attributes());
        attributes.put(code, value);
        values.put(CustomerField.ATTRIBUTES, attributes);
    }

    /** The fields of this document whose values differ from those of the other; of attributes those that differ. */
    public CustomerDocument differingFrom(CustomerDocument other) {
        CustomerDocument result = new CustomerDocument();
        values.forEach((field, value) -> {
            if (field != CustomerField.ATTRIBUTES && !Objects.equals(value, other.get(field))) {
                result.put(field, value);
            }
        });
        attributes().forEach((code, value) -> {
            if (!Objects.equals(value, other.attributes().get(code))) {
                result.putAttribute(code, value);
            }
        });
        return result;
    }

    /** This document with the fields of another laid over it. */
    CustomerDocument with(CustomerDocument changes) {
        CustomerDocument result = new CustomerDocument(values);
        changes.values.forEach((field, value) -> {
            if (field != CustomerField.ATTRIBUTES) {
                result.put(field, value);
            }
        });
        changes.attributes().forEach(result::putAttribute);
        return result;
    }

    /** Only the field or attribute of this name; empty where it is not there. */
    public CustomerDocument only(String name) {
        CustomerDocument result = new CustomerDocument();
        if (name.startsWith(Attribute.JSON_PREFIX)) {
            String code = name.substring(Attribute.JSON_PREFIX.length());
            if (attributes().containsKey(code)) {
                result.putAttribute(code, attributes().get(code));
            }
        } else {
            CustomerField.named(name)
                    .filter(field -> field != CustomerField.ATTRIBUTES && has(field))
                    .ifPresent(field -> result.put(field, get(field)));
        }
        return result;
    }

    /** Only the fields and attributes that the other document has too; null for what this one lacks. */
    public CustomerDocument restrictedTo(CustomerDocument other) {
        CustomerDocument result = new CustomerDocument();
        other.fields().stream()
                .filter(field -> field != CustomerField.ATTRIBUTES)
                .forEach(field -> result.put(field, values.get(field)));
        other.attributes()
                .keySet()
                .forEach(code -> result.putAttribute(code, attributes().get(code)));
        return result;
    }

    public String toJson() {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            values.forEach((field, value) -> {
                if (value instanceof String plain) {
                    json.write(field.jsonName(), plain);
                } else if (field != CustomerField.ATTRIBUTES) {
                    json.write(field.jsonName(), json(value));
                }
            });
            attributes()
                    .forEach((code, value) -> json.write(Attribute.JSON_PREFIX + code, AttributeValues.json(value)));
            json.writeEnd();
        }
        return text.toString();
    }

    /** A checked value as JSON. */
    static JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Long id) {
            return JSON.createValue(id);
        }
        if (value instanceof Boolean flag) {
            return Boolean.TRUE.equals(flag) ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof List<?> list ? array(list) : elementJson(value);
    }

    private static JsonArray array(List<?> list) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        list.forEach(element -> array.add(elementJson(element)));
        return array.build();
    }

    private static JsonValue elementJson(Object element) {
        if (element instanceof LabelledValue labelled) {
            return labelled.toJson();
        }
        if (element instanceof Address address) {
            return address.toJson();
        }
        if (element instanceof SocialAccount social) {
            return social.toJson();
        }
        return element instanceof Person person ? person.toJson() : JSON.createValue(element.toString());
    }

    /** Reads what {@link #toJson} wrote; names that are no field (of a later version, say) are passed over. */
    public static CustomerDocument parse(String text) {
        CustomerDocument document = new CustomerDocument();
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            reader.readObject().forEach(document::put);
        }
        return document;
    }

    private void put(String name, JsonValue value) {
        if (name.startsWith(Attribute.JSON_PREFIX)) {
            putAttribute(name.substring(Attribute.JSON_PREFIX.length()), AttributeValues.read(value));
        } else {
            CustomerField.named(name).ifPresent(field -> put(field, read(field, value)));
        }
    }

    private static Object read(CustomerField field, JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        return switch (field.type()) {
            case CHOICE, ACCOUNT -> Long.valueOf(value.toString());
            case FLAG -> value == JsonValue.TRUE;
            case DATE -> LocalDate.parse(((JsonString) value).getString());
            case PHONES, EMAILS, WEBSITES -> list(value, LabelledValue::from);
            case SOCIALS -> list(value, SocialAccount::from);
            case ADDRESSES -> list(value, Address::from);
            case PEOPLE -> list(value, Person::from);
            case PERSON -> Person.from(value.asJsonObject());
            case ATTRIBUTES -> AttributeValues.read(value.asJsonObject());
            case TAGS ->
                value.asJsonArray().stream()
                        .map(tag -> ((JsonString) tag).getString())
                        .toList();
            default -> ((JsonString) value).getString();
        };
    }

    static <T> List<T> list(JsonValue value, Function<JsonObject, T> reader) {
        return ((JsonArray) value)
                .stream().map(JsonValue::asJsonObject).map(reader).toList();
    }

    /** The elements of a list as a JSON array, null for none: the form of the {@code jsonb} columns. */
    static String listJson(List<?> list) {
        if (list == null || list.isEmpty()) {
            return null;
        }
        return array(list).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerDocument document && values.equals(document.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
