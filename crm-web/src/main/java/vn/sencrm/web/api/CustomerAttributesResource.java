package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeService;
import vn.sencrm.customer.attribute.Attributes;
import vn.sencrm.identity.Right;

/** The attributes that the company defines for its customers (CUS-3). */
@Path("/customer-attributes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerAttributesResource {

    @Inject
    AttributeService attributes;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String list() {
        Attributes all = attributes.all();
        JsonArrayBuilder items = JSON.createArrayBuilder();
        all.all().forEach(attribute -> items.add(AttributeJson.of(attribute)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", all.all().size())
                .add("totalIsExact", true)
                .addNull("next")
                .build()
                .toString();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CONFIGURE)
    public Response add(JsonObject body) {
        Attribute added = attributes.add(AttributeJson.input(RequestBody.require(body), null), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(added.id()))
                        .build())
                .entity(AttributeJson.of(added).toString())
                .build();
    }

    /** Changes what is sent; {@code archived} takes the attribute out of use, or back in. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CONFIGURE)
    public String change(@PathParam("id") String id, JsonObject body) {
        JsonObject part = RequestBody.require(body);
        Attribute changed = attributes.get(RecordId.of(id));
        int version = AttributeJson.version(part);
        if (AttributeJson.changesMore(part)) {
            changed = attributes.change(changed.id(), version, AttributeJson.input(part, changed), Cause.API);
            version = changed.version();
        }
        if (part.containsKey("archived") && AttributeJson.archived(part) != changed.archived()) {
            changed = attributes.archive(changed.id(), version, AttributeJson.archived(part), Cause.API);
        }
        return AttributeJson.of(changed).toString();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.CONFIGURE)
    public void delete(@PathParam("id") String id, @QueryParam("version") String version) {
        attributes.delete(RecordId.of(id), AttributeJson.version(version), Cause.API);
    }
}
