package vn.sencrm.web.customer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.Serializable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerKind;

/**
 * What an open form remembers between its requests, in the page itself: no server keeps it. It decides nothing about
 * rights; whoever forges it only changes what is compared with their own input.
 */
final class EditState implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What the conflict panel says of a field or attribute, in words. */
    public record Conflict(String name, String base, String theirs, String mine, String who) {}

    /** Null for a new customer. */
    Long id;

    CustomerKind kind = CustomerKind.INDIVIDUAL;
    /** The one field or attribute that is changed in place, by its name in JSON; null for the whole form. */
    String only;

    int version;
    /** For the heading: the name when the form was opened. */
    String name = "";
    /** The name of the company that a contact had when the form was opened. */
    String account = "";
    /** Tells this opening of a form for a new customer from every other. */
    String token = "";
    /** The doubts that the user was asked about and may now save with. */
    String asked = "";
    /** What stood in the form when it was opened: only what differs is saved. */
    CustomerForm base = new CustomerForm();

    List<Conflict> conflicts = new ArrayList<>();

    boolean isNew() {
        return id == null;
    }

    String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", kind.name())
                .add("version", version)
                .add("name", name)
                .add("account", account)
                .add("token", token)
                .add("asked", asked)
                .add("base", base.toJson());
        if (id != null) {
            json.add("id", id);
        }
        if (only != null) {
            json.add("only", only);
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        conflicts.forEach(conflict -> list.add(Json.createObjectBuilder()
                .add("field", conflict.name())
                .add("base", conflict.base())
                .add("theirs", conflict.theirs())
                .add("mine", conflict.mine())
                .add("who", conflict.who())));
        return json.add("conflicts", list).build().toString();
    }

    /** @throws NotFoundException for a text that no form of ours holds */
    static EditState parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return read(reader.readObject());
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new NotFoundException("form", "state");
        }
    }

    private static EditState read(JsonObject json) {
        EditState state = new EditState();
        state.id = json.containsKey("id") ? json.getJsonNumber("id").longValue() : null;
        state.only = json.getString("only", null);
        state.kind = CustomerKind.valueOf(json.getString("kind"));
        state.version = json.getInt("version");
        state.name = json.getString("name");
        state.account = json.getString("account");
        state.token = json.getString("token");
        state.asked = json.getString("asked");
        state.base = CustomerForm.parse(json.getJsonObject("base"));
        json.getJsonArray("conflicts").forEach(value -> state.conflicts.add(conflict(value.asJsonObject())));
        return state;
    }

    private static Conflict conflict(JsonObject json) {
        return new Conflict(
                json.getString("field"),
                json.getString("base"),
                json.getString("theirs"),
                json.getString("mine"),
                json.getString("who"));
    }
}
