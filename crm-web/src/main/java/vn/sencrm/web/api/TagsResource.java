package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Right;
import vn.sencrm.tag.Tag;
import vn.sencrm.tag.TagService;

/** Tags: the caller's own and the shared ones. */
@Path("/tags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TagsResource {

    @Inject
    TagService tags;

    @Context
    UriInfo uri;

    @Context
    SecurityContext caller;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String list(@QueryParam("q") String search) {
        List<Tag> found = tags.find(search);
        JsonArrayBuilder items = JSON.createArrayBuilder();
        found.forEach(tag -> items.add(object(tag)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", found.size())
                .add("totalIsExact", true)
                .addNull("next")
                .build()
                .toString();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String get(@PathParam("id") String id) {
        return json(tags.get(RecordId.of(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public Response create(JsonObject body) {
        Tag added = tags.add(name(RequestBody.require(body)), body.getBoolean("shared", false), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(added.id()))
                        .build())
                .entity(json(added))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public String change(@PathParam("id") String id, JsonObject body) {
        JsonObject part = RequestBody.require(body);
        return json(tags.change(
                RecordId.of(id),
                version(part),
                part.containsKey("name") ? name(part) : null,
                part.getBoolean("shared", false),
                Cause.API));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void delete(@PathParam("id") String id, @QueryParam("customers") Long customers) {
        Tag tag = tags.get(RecordId.of(id));
        tags.delete(tag.id(), tag.version(), customers == null ? Long.MAX_VALUE : customers, Cause.API);
    }

    private static String name(JsonObject body) {
        return body.get("name") instanceof JsonString text ? text.getString() : "";
    }

    private static int version(JsonObject body) {
        if (body.get("version") instanceof JsonNumber number) {
            return number.intValue();
        }
        throw new InvalidInputException(List.of(new FieldProblem("version", "REQUIRED")));
    }

    private String json(Tag tag) {
        return object(tag).build().toString();
    }

    /** How many customers of others carry a shared tag is nobody's business but who configures the product's. */
    private JsonObjectBuilder object(Tag tag) {
        boolean told = !tag.shared() || caller.isUserInRole(Right.CONFIGURE);
        return JSON.createObjectBuilder()
                .add("id", tag.id())
                .add("version", tag.version())
                .add("name", tag.name())
                .add("shared", tag.shared())
                .add("customers", told ? JSON.createValue(tag.customers()) : JsonValue.NULL);
    }
}
