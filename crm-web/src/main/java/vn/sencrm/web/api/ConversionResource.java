package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.conversion.Conversion;
import vn.sencrm.customer.conversion.ConversionService;
import vn.sencrm.identity.Right;

/** Turns a lead into a contact or an account. */
@Path("/customers/{id}/convert")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConversionResource {

    @Inject
    ConversionService conversions;

    @Inject
    CustomerQueries queries;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public String convert(@PathParam("id") String id, @QueryParam("onDuplicate") String onDuplicate, JsonObject body) {
        JsonObject asked = RequestBody.require(body);
        if (!(asked.get("version") instanceof JsonNumber version)) {
            throw new InvalidInputException(List.of(new FieldProblem("version", "REQUIRED")));
        }
        Conversion conversion = new Conversion(
                version.intValue(),
                account(asked),
                contact(asked),
                asked.get("fields") instanceof JsonObject fields ? CustomerJson.input(fields) : new CustomerInput(),
                "allow".equals(onDuplicate));
        Conversion.Result result = conversions.convert(RecordId.of(id), conversion);
        return json(result);
    }

    private static Conversion.Account account(JsonObject asked) {
        JsonValue account = asked.getOrDefault("account", JsonValue.NULL);
        if (account == JsonValue.NULL) {
            return Conversion.Account.NONE;
        }
        if (!(account instanceof JsonObject given) || text(given, "code") == null && text(given, "name") == null) {
            throw new InvalidInputException(List.of(new FieldProblem("account", "BAD_VALUE", account.toString())));
        }
        return new Conversion.Account(text(given, "code"), text(given, "name"));
    }

    private static Conversion.Contact contact(JsonObject asked) {
        JsonValue contact = asked.getOrDefault("contact", JsonValue.NULL);
        if (contact == JsonValue.NULL) {
            return null;
        }
        if (!(contact instanceof JsonObject given)) {
            throw new InvalidInputException(List.of(new FieldProblem("contact", "BAD_VALUE", contact.toString())));
        }
        return new Conversion.Contact(text(given, "code"), CustomerJson.input(given));
    }

    private static String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text && !text.getString().isBlank() ? text.getString() : null;
    }

    /** The customer as it now is, and beside it what it belongs to or brought along. */
    private String json(Conversion.Result result) {
        String customer = CustomerJson.one(queries.get(result.customer().id()), List.of());
        try (JsonReader reader = Json.createReader(new StringReader(customer))) {
            JsonObjectBuilder json = Json.createObjectBuilder(reader.readObject());
            JsonObjectBuilder beside = Json.createObjectBuilder();
            add(beside, "account", result.account());
            add(beside, "contact", result.contact());
            return json.add("conversion", beside).build().toString();
        }
    }

    private static void add(JsonObjectBuilder json, String name, Conversion.Party party) {
        if (party == null) {
            json.addNull(name);
        } else {
            json.add(
                    name,
                    Json.createObjectBuilder()
                            .add("id", party.id())
                            .add("code", party.code())
                            .add("name", party.name())
                            .add("made", party.made()));
        }
    }
}
