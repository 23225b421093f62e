package vn.sencrm.web.merge;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.Gender;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.merge.MergeProposal;
import vn.sencrm.web.customer.AttributeWords;
import vn.sencrm.web.customer.CustomerWords;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/**
 * Inputs in which values of the result are typed, one for each field: filled with what the rule says, and read back. A
 * list has a line for each element; a line that stands as it was keeps what belongs to it (a label, the codes of places).
 */
@RequestScoped
class MergeInputs {

    private static final String PREFIX = "typed.";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    @Inject
    CustomerWords words;

    @Inject
    AttributeWords attributes;

    @Inject
    CustomerReferences references;

    @Inject
    Preferences preferences;

    @Inject
    Texts texts;

    @Inject
    ExternalContext external;

    private CustomerChoices choices;

    // ---- what is shown

    MergeInput of(String name, CustomerDocument rule) {
        if (name.startsWith(Attribute.JSON_PREFIX)) {
            String code = name.substring(Attribute.JSON_PREFIX.length());
            return attributes
                    .definitions()
                    .find(code)
                    .filter(attribute -> !attribute.archived())
                    .map(attribute -> of(attribute, name, rule.attributes().get(code)))
                    .orElse(MergeInput.NONE);
        }
        CustomerField field = CustomerField.named(name).orElseThrow();
        Object value = rule.get(field);
        return switch (field.type()) {
            case TAGS, ATTRIBUTES, FLAG, CODE_TEXT -> MergeInput.NONE;
            case CONSTANT -> field == CustomerField.GENDER ? choice(name, genders()) : MergeInput.NONE;
            case CHOICE -> choice(name, options(field));
            case LONG_TEXT, PHONES, EMAILS, WEBSITES, SOCIALS, ADDRESSES, PEOPLE ->
                MergeInput.lines(typedOr(name, lines(value)));
            case DATE -> MergeInput.text(typedOr(name, value == null ? "" : DATE.format((LocalDate) value)));
            case ACCOUNT -> MergeInput.text(typedOr(name, ""));
            default -> MergeInput.text(typedOr(name, value == null ? "" : words.element(value)));
        };
    }

    private MergeInput of(Attribute attribute, String name, Object value) {
        AttributeType type = attribute.type();
        if (type.isFile()) {
            return MergeInput.NONE;
        }
        if (type == AttributeType.MULTI_CHOICE) {
            List<String> chosen = parameters(name);
            return new MergeInput(
                    MergeInput.Kind.SEVERAL,
                    "",
                    options(attribute, chosen.isEmpty() && value instanceof List<?> list ? list : chosen));
        }
        return type == AttributeType.CHOICE || type == AttributeType.YES_NO
                ? choice(name, options(attribute, List.of()))
                : MergeInput.text(typedOr(name, text(type, value)));
    }

    private static String text(AttributeType type, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null
                ? ""
                : type == AttributeType.DATE ? DATE.format(LocalDate.parse(value.toString())) : value.toString();
    }

    private String lines(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(words::element).collect(Collectors.joining("\n"))
                : value == null ? "" : value.toString();
    }

    private MergeInput choice(String name, List<MergeInput.Option> options) {
        String chosen = parameter(name);
        return new MergeInput(
                MergeInput.Kind.CHOICE,
                chosen,
                options.stream()
                        .map(option -> new MergeInput.Option(
                                option.code(), option.label(), option.code().equals(chosen)))
                        .toList());
    }

    private List<MergeInput.Option> options(CustomerField field) {
        if (choices == null) {
            choices = references.choices();
        }
        return choices.of(field).stream()
                .map(choice -> new MergeInput.Option(choice.code(), choice.name(preferences.getLanguage()), false))
                .toList();
    }

    private List<MergeInput.Option> genders() {
        return Stream.of(Gender.values())
                .map(gender -> new MergeInput.Option(gender.name(), texts.label(gender), false))
                .toList();
    }

    private List<MergeInput.Option> options(Attribute attribute, List<?> chosen) {
        return attributes.choices(attribute).stream()
                .map(choice -> new MergeInput.Option(
                        choice.code(), choice.name(preferences.getLanguage()), chosen.contains(choice.code())))
                .toList();
    }

    /** What was typed, for the column of the result. */
    String shown(String name) {
        MergeInput input = of(name, new CustomerDocument());
        return switch (input.kind()) {
            case CHOICE, SEVERAL ->
                input.options().stream()
                        .filter(MergeInput.Option::chosen)
                        .map(MergeInput.Option::label)
                        .collect(Collectors.joining(", "));
            default -> input.value().replaceAll("\\s*\n\\s*", "; ");
        };
    }

    // ---- what was typed

    /** As an edit would send it. */
    Object typed(String name, MergeProposal proposal) {
        CustomerField field = CustomerField.named(name).orElse(null);
        if (field == null) {
            boolean several = name.startsWith(Attribute.JSON_PREFIX)
                    && of(name, new CustomerDocument()).kind() == MergeInput.Kind.SEVERAL;
            return several ? parameters(name) : parameter(name);
        }
        return switch (field.type()) {
            case PHONES, EMAILS, WEBSITES, SOCIALS, ADDRESSES, PEOPLE -> {
                Map<String, Object> known = known(field, proposal);
                yield parameter(name)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> known.getOrDefault(line, line))
                        .toList();
            }
            case PERSON -> known(field, proposal).getOrDefault(parameter(name).strip(), parameter(name));
            default -> parameter(name);
        };
    }

    /** The elements that the two have, by the line in which each is shown. */
    private Map<String, Object> known(CustomerField field, MergeProposal proposal) {
        Map<String, Object> known = new LinkedHashMap<>();
        Stream.of(proposal.slave(), proposal.master())
                .forEach(customer -> known.putAll(known(field, customer.document())));
        return known;
    }

    private Map<String, Object> known(CustomerField field, CustomerDocument document) {
        Map<String, Object> known = new HashMap<>();
        if (document.get(field) != null) {
            List<?> elements = document.get(field) instanceof List<?> list ? list : List.of(document.get(field));
            List<Map<String, String>> parts = parts(document.only(field.jsonName()), field.jsonName());
            for (int i = 0; i < elements.size(); i++) {
                known.put(words.element(elements.get(i)), parts.get(i));
            }
        }
        return known;
    }

    private static List<Map<String, String>> parts(CustomerDocument document, String name) {
        try (JsonReader reader = JSON.createReader(new StringReader(document.toJson()))) {
            JsonValue value = reader.readObject().get(name);
            List<JsonObject> objects = value instanceof JsonArray array
                    ? array.getValuesAs(JsonObject.class)
                    : List.of(value.asJsonObject());
            List<Map<String, String>> all = new ArrayList<>();
            for (JsonObject object : objects) {
                Map<String, String> parts = new HashMap<>();
                object.forEach((part, text) ->
                        parts.put(part, text instanceof JsonString plain ? plain.getString() : text.toString()));
                all.add(parts);
            }
            return all;
        }
    }

    private String typedOr(String name, String otherwise) {
        return external.getRequestParameterMap().getOrDefault(PREFIX + name, otherwise);
    }

    private String parameter(String name) {
        return typedOr(name, "");
    }

    private List<String> parameters(String name) {
        String[] values = external.getRequestParameterValuesMap().get(PREFIX + name);
        return values == null ? List.of() : List.of(values);
    }
}
