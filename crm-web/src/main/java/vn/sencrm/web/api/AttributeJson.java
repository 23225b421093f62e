package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.UnknownFieldException;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeInput;
import vn.sencrm.customer.attribute.AttributeInput.ChoiceInput;

/** The JSON of an attribute's definition: written from it, read into an {@link AttributeInput}. */
final class AttributeJson {

    private static final Set<String> KNOWN =
            Set.of("id", "version", "code", "nameVi", "nameEn", "type", "required", "kinds", "choices", "archived");
    private static final Set<String> BESIDE_DEFINITION = Set.of("id", "version", "code", "archived");

    private AttributeJson() {}

    static JsonObject of(Attribute attribute) {
        JsonArrayBuilder kinds = JSON.createArrayBuilder();
        attribute.kinds().stream().sorted().forEach(kind -> kinds.add(kind.name()));
        JsonArrayBuilder choices = JSON.createArrayBuilder();
        attribute
                .choices()
                .forEach(choice -> choices.add(JSON.createObjectBuilder()
                        .add("code", choice.code())
                        .add("nameVi", choice.nameVi())
                        .add("nameEn", choice.nameEn())
                        .add("archived", choice.archived())));
        return JSON.createObjectBuilder()
                .add("id", attribute.id())
                .add("version", attribute.version())
                .add("code", attribute.code())
                .add("nameVi", attribute.nameVi())
                .add("nameEn", attribute.nameEn())
                .add("type", attribute.type().name())
                .add("required", attribute.required())
                .add("kinds", kinds)
                .add("choices", choices)
                .add("archived", attribute.archived())
                .build();
    }

    /** @param present whose values stand for what is not sent, null for a new attribute */
    static AttributeInput input(JsonObject body, Attribute present) {
        body.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw new UnknownFieldException(name);
        });
        return new AttributeInput(
                text(body, "code", null),
                text(body, "nameVi", present == null ? null : present.nameVi()),
                text(body, "nameEn", present == null ? null : present.nameEn()),
                text(body, "type", present == null ? null : present.type().name()),
                body.containsKey("required") ? flag(body, "required") : present != null && present.required(),
                body.containsKey("kinds") ? kinds(body) : present == null ? Set.of() : present.kinds(),
                body.containsKey("choices") ? choices(body) : present == null ? List.of() : choices(present));
    }

    static boolean changesMore(JsonObject body) {
        return body.keySet().stream().anyMatch(name -> !BESIDE_DEFINITION.contains(name));
    }

    static boolean archived(JsonObject body) {
        return flag(body, "archived");
    }

    static int version(JsonObject body) {
        if (body.get("version") instanceof JsonNumber version) {
            return version.intValue();
        }
        throw invalid("version", "REQUIRED");
    }

    static int version(String parameter) {
        if (parameter != null && parameter.matches("\\d{1,9}")) {
            return Integer.parseInt(parameter);
        }
        throw invalid("version", "REQUIRED");
    }

    private static String text(JsonObject body, String name, String otherwise) {
        JsonValue value = body.get(name);
        if (value == null || value == JsonValue.NULL) {
            return otherwise;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw invalid(name, "BAD_VALUE", value.toString());
    }

    private static boolean flag(JsonObject body, String name) {
        JsonValue value = body.get(name);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw invalid(name, "BAD_VALUE", value.toString());
        }
        return value == JsonValue.TRUE;
    }

    private static Set<CustomerKind> kinds(JsonObject body) {
        Set<CustomerKind> kinds = EnumSet.noneOf(CustomerKind.class);
        for (JsonValue value : array(body, "kinds")) {
            String name = value instanceof JsonString text ? text.getString() : value.toString();
            kinds.add(Stream.of(CustomerKind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> invalid("kinds", "UNKNOWN_OPTION", name)));
        }
        return kinds;
    }

    private static List<ChoiceInput> choices(JsonObject body) {
        List<ChoiceInput> choices = new ArrayList<>();
        for (JsonValue value : array(body, "choices")) {
            if (!(value instanceof JsonObject choice)) {
                throw invalid("choices", "BAD_VALUE", value.toString());
            }
            choices.add(new ChoiceInput(
                    text(choice, "code", null),
                    text(choice, "nameVi", null),
                    text(choice, "nameEn", null),
                    choice.containsKey("archived") && flag(choice, "archived")));
        }
        return choices;
    }

    private static List<ChoiceInput> choices(Attribute present) {
        return present.choices().stream()
                .map(choice -> new ChoiceInput(choice.code(), choice.nameVi(), choice.nameEn(), choice.archived()))
                .toList();
    }

    private static JsonArray array(JsonObject body, String name) {
        if (body.get(name) instanceof JsonArray array) {
            return array;
        }
        throw invalid(name, "BAD_VALUE", body.get(name).toString());
    }

    private static InvalidInputException invalid(String field, String code, String... arguments) {
        return new InvalidInputException(List.of(new FieldProblem(field, code, arguments)));
    }
}
