package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.util.PGobject;
import vn.sencrm.customer.attribute.AttributeValues;

/**
 * How the lists of a customer stand in {@code jsonb} columns. The values are immutable: a list is replaced, never
 * changed in place, which EclipseLink would not notice. No list and an empty one are both stored as null.
 */
final class CustomerJsonb {

    private CustomerJsonb() {}

    /** A null too is told to be jsonb: one without a type would be bound as a text, which PostgreSQL refuses. */
    static PGobject jsonb(String text) {
        try {
            PGobject object = new PGobject();
            object.setType("jsonb");
            object.setValue(text);
            return object;
        } catch (SQLException e) {
            throw new IllegalStateException("a PGobject takes any text", e);
        }
    }

    static <T> List<T> list(String text, Function<JsonObject, T> reader) {
        return text == null ? List.of() : CustomerDocument.list(json(text), reader);
    }

    /** The values of a column {@code attributes}; none for null. */
    static Map<String, Object> attributes(String text) {
        return text == null ? Map.of() : AttributeValues.read(json(text).asJsonObject());
    }

    static JsonValue json(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static String text(PGobject object) {
        return object == null ? null : object.getValue();
    }

    /** Phones, e-mails, websites. */
    @Converter
    public static class LabelledValues implements AttributeConverter<List<LabelledValue>, PGobject> {
        @Override
        public PGobject convertToDatabaseColumn(List<LabelledValue> list) {
            return jsonb(CustomerDocument.listJson(list));
        }

        @Override
        public List<LabelledValue> convertToEntityAttribute(PGobject column) {
            return list(text(column), LabelledValue::from);
        }
    }

    /** Addresses. */
    @Converter
    public static class Addresses implements AttributeConverter<List<Address>, PGobject> {
        @Override
        public PGobject convertToDatabaseColumn(List<Address> list) {
            return jsonb(CustomerDocument.listJson(list));
        }

        @Override
        public List<Address> convertToEntityAttribute(PGobject column) {
            return list(text(column), Address::from);
        }
    }

    /** Accounts in social networks. */
    @Converter
    public static class SocialAccounts implements AttributeConverter<List<SocialAccount>, PGobject> {
        @Override
        public PGobject convertToDatabaseColumn(List<SocialAccount> list) {
            return jsonb(CustomerDocument.listJson(list));
        }

        @Override
        public List<SocialAccount> convertToEntityAttribute(PGobject column) {
            return list(text(column), SocialAccount::from);
        }
    }

    /** Members of a household. */
    @Converter
    public static class People implements AttributeConverter<List<Person>, PGobject> {
        @Override
        public PGobject convertToDatabaseColumn(List<Person> list) {
            return jsonb(CustomerDocument.listJson(list));
        }

        @Override
        public List<Person> convertToEntityAttribute(PGobject column) {
            return list(text(column), Person::from);
        }
    }

    /** Values of attributes by code. */
    @Converter
    public static class Attributes implements AttributeConverter<Map<String, Object>, PGobject> {
        @Override
        public PGobject convertToDatabaseColumn(Map<String, Object> values) {
            return jsonb(AttributeValues.column(values));
        }

        @Override
        public Map<String, Object> convertToEntityAttribute(PGobject column) {
            return attributes(text(column));
        }
    }

    /** A representative. */
    @Converter
    public static class OnePerson implements AttributeConverter<Person, PGobject> {
        @Override
        public PGobject convertToDatabaseColumn(Person person) {
            return jsonb(person == null ? null : person.toJson().toString());
        }

        @Override
        public Person convertToEntityAttribute(PGobject column) {
            return column == null ? null : Person.from(json(column.getValue()).asJsonObject());
        }
    }
}
