package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.identity.Right;

/** Tags of one customer, put on and taken off whatever others do to them meanwhile. */
@Path("/customers/{id}/tags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_EDIT)
public class CustomerTagsResource {

    @Inject
    CustomerService customers;

    @Inject
    CustomerQueries queries;

    /** Answers the customer as it now is. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String tag(@PathParam("id") String id, JsonObject body) {
        JsonObject tags = RequestBody.require(body);
        customers.tag(RecordId.of(id), names(tags), tags.getBoolean("shared", false), Cause.API);
        return CustomerJson.one(queries.get(RecordId.of(id)), List.of());
    }

    @DELETE
    @Path("/{name}")
    public void untag(@PathParam("id") String id, @PathParam("name") String name) {
        customers.untag(RecordId.of(id), List.of(name), Cause.API);
    }

    private static List<String> names(JsonObject body) {
        if (body.get("tags") instanceof JsonArray names && names.stream().allMatch(JsonString.class::isInstance)) {
            return names.getValuesAs(JsonString::getString);
        }
        throw new InvalidInputException(List.of(new FieldProblem("tags", "REQUIRED")));
    }
}
