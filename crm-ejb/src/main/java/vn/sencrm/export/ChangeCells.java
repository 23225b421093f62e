package vn.sencrm.export;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CellTexts;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.Person;
import vn.sencrm.customer.SocialAccount;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.Attributes;
import vn.sencrm.identity.audit.AuditHit;

/** What an entry of the audit changed, in one cell: a line for each field, {@code Tên: Lan → Hoa}. */
final class ChangeCells {

    /** More than this a spreadsheet does not take in a cell. */
    private static final int MOST = 32_000;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Map<String, String> words;
    private final Map<String, Map<String, String>> choices;
    private final Attributes attributes;
    private final String language;
    private final long reader;

    /**
     * @param words of the bundles, under {@code entity.…}, {@code action.…}, {@code cause.…}, {@code field.…} and
     *     {@code value.<field>.…}
     * @param choices see {@link ChoiceWordsSql}
     */
    ChangeCells(
            Map<String, String> words,
            Map<String, Map<String, String>> choices,
            Attributes attributes,
            String language,
            long reader) {
        this.words = words;
        this.choices = choices;
        this.attributes = attributes;
        this.language = language;
        this.reader = reader;
    }

    String language() {
        return language;
    }

    /** A word by its name; what came without one is told as the last part of that name. */
    String word(String name) {
        return words.getOrDefault(name, name.substring(name.indexOf('.') + 1));
    }

    String of(AuditHit hit) {
        List<String> lines = new ArrayList<>();
        Set<String> told = hit.entity().equals("customer") ? ofCustomer(hit, lines) : Set.of();
        others(hit, told, lines);
        String all = String.join("\n", lines);
        return all.length() > MOST ? all.substring(0, MOST) + "…" : all;
    }

    private Set<String> ofCustomer(AuditHit hit, List<String> lines) {
        CustomerDocument before = customer(hit.entry().before());
        CustomerDocument after = customer(hit.entry().after());
        Set<String> told = new LinkedHashSet<>();
        for (CustomerField field : after.fields()) {
            told.add(field.jsonName());
            if (field == CustomerField.ATTRIBUTES) {
                after.attributes()
                        .forEach((code, value) -> lines.add(
                                attribute(hit, code, before.attributes().get(code), value)));
            } else if (isPrivate(field, hit)) {
                lines.add(line(hit, label(field.jsonName()), "…", "…"));
            } else {
                lines.add(line(
                        hit, label(field.jsonName()), value(field, before.get(field)), value(field, after.get(field))));
            }
        }
        return told;
    }

    /** Tags of somebody else may be private ones: that they changed is said, not how. */
    private boolean isPrivate(CustomerField field, AuditHit hit) {
        Long actor = hit.entry().actorId();
        return field == CustomerField.TAGS && (actor == null || actor != reader);
    }

    private static CustomerDocument customer(String json) {
        return json == null ? new CustomerDocument() : CustomerDocument.parse(json);
    }

    private String label(String field) {
        return word("field." + field);
    }

    /** From what to what; of a new record what it began with. */
    private String line(AuditHit hit, String label, String before, String after) {
        return hit.entry().before() == null
                ? label + ": " + orNothing(after)
                : label + ": " + orNothing(before) + " → " + orNothing(after);
    }

    private String orNothing(String value) {
        return value.isEmpty() ? word("nothing") : value;
    }

    // ---- of customers

    private String value(CustomerField field, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Long id) {
            return choices.getOrDefault(field.jsonName(), Map.of()).getOrDefault(id.toString(), "#" + id);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::element).collect(Collectors.joining(CellTexts.SEPARATOR));
        }
        return field.type() == CustomerField.Type.CONSTANT
                ? ExportWords.constant(field, value.toString(), language)
                : element(value);
    }

    private String element(Object element) {
        if (element instanceof LabelledValue one) {
            return one.label() == null ? one.value() : one.value() + " [" + one.label() + "]";
        }
        if (element instanceof Address one) {
            return one.note() == null ? one.line() : one.line() + " (" + one.note() + ")";
        }
        if (element instanceof SocialAccount one) {
            return one.network() + ": " + one.id();
        }
        if (element instanceof Person one) {
            return Stream.of(one.name(), one.relation(), one.phone())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
        return plain(element);
    }

    private String plain(Object value) {
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        return value instanceof Boolean flag ? ExportWords.yesNo(flag, language) : value.toString();
    }

    private String attribute(AuditHit hit, String code, Object before, Object after) {
        Attribute attribute = attributes.find(code).orElse(null);
        String label = attribute == null ? code : attribute.name(language);
        return line(hit, label, attribute(attribute, before), attribute(attribute, after));
    }

    private String attribute(Attribute attribute, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> attribute(attribute, one)).collect(Collectors.joining(CellTexts.SEPARATOR));
        }
        return attribute != null && attribute.type().isChoice()
                ? ExportWords.choice(attribute, value.toString(), language)
                : element(value);
    }

    // ---- of all others

    private void others(AuditHit hit, Set<String> told, List<String> lines) {
        JsonObject before = document(hit.entry().before());
        JsonObject after = document(hit.entry().after());
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        names.removeAll(told);
        // What a comment or a file belongs to is told as the record.
        names.remove("customer");
        for (String name : names) {
            JsonValue old = before.getOrDefault(name, JsonValue.NULL);
            JsonValue now = after.getOrDefault(name, JsonValue.NULL);
            if (!old.equals(now)) {
                lines.add(line(hit, label(name), value(name, old), value(name, now)));
            }
        }
    }

    private String value(String field, JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> "";
            case TRUE -> ExportWords.yesNo(true, language);
            case FALSE -> ExportWords.yesNo(false, language);
            case STRING -> constant(field, ((JsonString) value).getString());
            case ARRAY -> joined(field, ((JsonArray) value).stream());
            case OBJECT -> object(field, value.asJsonObject());
            default -> value.toString();
        };
    }

    private String constant(String field, String code) {
        return words.getOrDefault("value." + field + "." + code, code);
    }

    private String joined(String field, Stream<JsonValue> values) {
        return values.map(one -> value(field, one)).collect(Collectors.joining(", "));
    }

    /** A thing by its name, where it has one. */
    private String object(String field, JsonObject object) {
        JsonValue name = object.getOrDefault("name", object.get("nameVi"));
        return name == null ? joined(field, object.values().stream()) : value("name", name);
    }

    private static JsonObject document(String json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader read = JSON.createReader(new StringReader(json))) {
            return read.readObject();
        }
    }
}
