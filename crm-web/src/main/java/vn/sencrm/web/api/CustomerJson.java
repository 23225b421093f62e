package vn.sencrm.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.Page;
import vn.sencrm.common.UnknownFieldException;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerPage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.Person;
import vn.sencrm.customer.SocialAccount;
import vn.sencrm.customer.attribute.AttributeValues;

/**
 * The customer JSON, a public contract: written from a {@link CustomerView}, read into a {@link CustomerInput}. Written
 * by hand into a stream, as a list of 200 is asked for often.
 */
final class CustomerJson {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    /** In the JSON that we write but no field to change: passed over when it is sent back. */
    private static final List<String> READ_ONLY =
            List.of("id", "version", "createdAt", "updatedAt", "creator", "score", "stars", "followed", "warnings");

    private CustomerJson() {}

    static String page(CustomerPage found) {
        Page<CustomerView> page = found.page();
        return write(json -> {
            json.writeStartArray("items");
            page.items().forEach(customer -> object(json, customer, List.of()));
            json.writeEnd();
            json.write("total", page.total()).write("totalIsExact", page.totalIsExact());
            text(json, "next", page.next());
            text(json, "previous", page.previous());
            if (found.cut()) {
                json.write("cut", true);
            }
        });
    }

    static String one(CustomerView customer, List<FieldProblem> warnings) {
        return write(json -> members(json, customer, warnings));
    }

    private static String write(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEnd();
        }
        return text.toString();
    }

    private static void object(JsonGenerator json, CustomerView customer, List<FieldProblem> warnings) {
        json.writeStartObject();
        members(json, customer, warnings);
        json.writeEnd();
    }

    private static void members(JsonGenerator json, CustomerView customer, List<FieldProblem> warnings) {
        json.write("id", customer.id()).write("version", customer.version()).write("code", customer.code());
        json.write("kind", customer.kind().name())
                .write("stage", customer.stage().name());
        json.write("name", customer.name());
        labelled(json, "phones", customer.phones());
        labelled(json, "emails", customer.emails());
        addresses(json, customer.addresses());
        socials(json, customer.socials());
        labelled(json, "websites", customer.websites());
        text(json, "taxCode", customer.taxCode());
        text(json, "citizenId", customer.citizenId());
        text(json, "birthday", customer.birthday());
        text(json, "gender", customer.gender());
        text(json, "jobTitle", customer.jobTitle());
        text(json, "industry", customer.industry());
        text(json, "companySize", customer.companySize());
        if (customer.representative() != null) {
            json.writeStartObject("representative");
            person(json, customer.representative());
            json.writeEnd();
        }
        json.writeStartArray("members");
        customer.members().forEach(member -> {
            json.writeStartObject();
            person(json, member);
            json.writeEnd();
        });
        json.writeEnd();
        json.write("supplier", customer.supplier());
        option(json, "status", customer.status());
        option(json, "category", customer.category());
        option(json, "tier", customer.tier());
        option(json, "source", customer.source());
        text(json, "owner", customer.owner() == null ? null : customer.owner().username());
        text(
                json,
                "creator",
                customer.creator() == null ? null : customer.creator().username());
        text(json, "team", customer.team());
        text(
                json,
                "account",
                customer.account() == null ? null : customer.account().code());
        json.writeStartArray("tags");
        customer.tags().forEach(tag -> json.write(tag.name()));
        json.writeEnd();
        text(json, "notes", customer.notes());
        json.write("score", customer.score()).write("stars", customer.stars()).write("followed", customer.followed());
        json.writeStartObject("attributes");
        customer.attributes().forEach((code, value) -> json.write(code, AttributeValues.json(value)));
        json.writeEnd();
        text(json, "createdAt", customer.createdAt());
        text(json, "updatedAt", customer.updatedAt());
        warnings(json, warnings);
    }

    private static void warnings(JsonGenerator json, List<FieldProblem> warnings) {
        if (!warnings.isEmpty()) {
            json.writeStartArray("warnings");
            warnings.forEach(warning -> json.writeStartObject()
                    .write("field", warning.field())
                    .write("code", warning.code())
                    .writeEnd());
            json.writeEnd();
        }
    }

    private static void labelled(JsonGenerator json, String name, List<LabelledValue> values) {
        json.writeStartArray(name);
        for (LabelledValue value : values) {
            json.writeStartObject().write("value", value.value());
            text(json, "label", value.label());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void addresses(JsonGenerator json, List<Address> addresses) {
        json.writeStartArray("addresses");
        for (Address address : addresses) {
            json.writeStartObject();
            text(json, "street", address.street());
            text(json, "commune", address.commune());
            text(json, "communeCode", address.communeCode());
            text(json, "province", address.province());
            text(json, "provinceCode", address.provinceCode());
            text(json, "note", address.note());
            if (address.lat() != null) {
                json.write("lat", address.lat()).write("lon", address.lon());
            }
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void socials(JsonGenerator json, List<SocialAccount> socials) {
        json.writeStartArray("socials");
        socials.forEach(social -> json.writeStartObject()
                .write("network", social.network())
                .write("id", social.id())
                .writeEnd());
        json.writeEnd();
    }

    private static void person(JsonGenerator json, Person person) {
        text(json, "name", person.name());
        text(json, "relation", person.relation());
        text(json, "phone", person.phone());
    }

    private static void option(JsonGenerator json, String name, CustomerView.Option option) {
        text(json, name, option == null ? null : option.code());
    }

    /** Members without a value are there, as null: a program need not ask whether they are. */
    private static void text(JsonGenerator json, String name, Object value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value.toString());
        }
    }

    /** @throws UnknownFieldException for a member that customers do not have */
    static CustomerInput input(JsonObject body) {
        CustomerInput input = new CustomerInput();
        body.forEach((name, value) -> {
            if (!READ_ONLY.contains(name)) {
                CustomerField field = CustomerField.named(name).orElseThrow(() -> new UnknownFieldException(name));
                input.set(field, plain(value));
            }
        });
        return input;
    }

    /** JSON as texts, numbers, lists and maps; null as the empty text, which clears a field. */
    static Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(CustomerJson::plain).toList();
        }
        if (value instanceof JsonObject object) {
            Map<String, Object> map = new HashMap<>();
            object.forEach((name, member) -> map.put(name, plain(member)));
            return map;
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        return value == JsonValue.NULL ? "" : value.toString();
    }
}
