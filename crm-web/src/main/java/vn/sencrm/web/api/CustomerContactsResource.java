package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerContact;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.PrimaryContacts;
import vn.sencrm.identity.Right;

/** The contacts of a company, and which of them is the primary one. */
@Path("/customers/{id}/contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerContactsResource {

    private static final int MOST = 200;

    @Inject
    CustomerQueries customers;

    @Inject
    PrimaryContacts primary;

    @GET
    public String list(@PathParam("id") String id) {
        long account = customers.get(RecordId.of(id)).id();
        List<CustomerContact> contacts = customers.contacts(account, MOST);
        JsonArrayBuilder items = JSON.createArrayBuilder();
        contacts.forEach(contact -> items.add(contact(contact)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", contacts.size())
                .add("totalIsExact", contacts.size() < MOST)
                .addNull("next")
                .build()
                .toString();
    }

    private static JsonObjectBuilder contact(CustomerContact contact) {
        return JSON.createObjectBuilder()
                .add("id", contact.id())
                .add("code", contact.code())
                .add("name", contact.name())
                .add("jobTitle", orNull(contact.jobTitle()))
                .add("phone", orNull(contact.phone()))
                .add("primary", contact.primary());
    }

    private static JsonValue orNull(String text) {
        return text == null ? JsonValue.NULL : JSON.createValue(text);
    }

    @PUT
    @Path("/{contact}/primary")
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void choose(@PathParam("id") String id, @PathParam("contact") String contact) {
        primary.choose(RecordId.of(id), RecordId.of(contact), Cause.API);
    }

    @DELETE
    @Path("/{contact}/primary")
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void release(@PathParam("id") String id, @PathParam("contact") String contact) {
        primary.release(RecordId.of(id), RecordId.of(contact), Cause.API);
    }
}
