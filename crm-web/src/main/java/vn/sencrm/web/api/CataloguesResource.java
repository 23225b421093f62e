package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.catalogue.CatalogueEntry;
import vn.sencrm.catalogue.CatalogueService;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Right;

/** The entries of every catalogue; also at {@code /customer-statuses} and so on, see {@link CatalogueAddresses}. */
@Path("/catalogues/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CataloguesResource {

    @Inject
    CatalogueService catalogues;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed({Right.CUSTOMER_VIEW, Right.CONFIGURE})
    public String list(
            @PathParam("name") String name, @QueryParam("q") String search, @QueryParam("archived") boolean archived) {
        List<CatalogueEntry> found = catalogues.search(name, search).stream()
                .filter(entry -> archived || !entry.archived())
                .toList();
        return CatalogueJson.list(found);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Right.CUSTOMER_VIEW, Right.CONFIGURE})
    public String get(@PathParam("name") String name, @PathParam("id") String id) {
        return CatalogueJson.one(catalogues.get(name, RecordId.of(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CONFIGURE)
    public Response create(@PathParam("name") String name, JsonObject body) {
        CatalogueEntry added = catalogues.add(name, CatalogueJson.input(RequestBody.require(body)), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(added.id()))
                        .build())
                .entity(CatalogueJson.one(added))
                .build();
    }

    /** Beside the fields, {@code archived} and {@code position} may be sent: all of it happens or nothing. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CONFIGURE)
    public String change(@PathParam("name") String name, @PathParam("id") String id, JsonObject body) {
        JsonObject part = RequestBody.require(body);
        CatalogueEntry changed = catalogues.change(
                name,
                RecordId.of(id),
                number(part, "version"),
                CatalogueJson.input(part),
                part.containsKey("archived") ? flag(part, "archived") : null,
                part.containsKey("position") ? number(part, "position") : null,
                Cause.API);
        return CatalogueJson.one(changed);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.CONFIGURE)
    public void delete(@PathParam("name") String name, @PathParam("id") String id) {
        CatalogueEntry entry = catalogues.get(name, RecordId.of(id));
        catalogues.delete(name, entry.id(), entry.version(), Cause.API);
    }

    private static int number(JsonObject json, String field) {
        if (json.get(field) instanceof JsonNumber number) {
            return number.intValue();
        }
        throw new InvalidInputException(List.of(new FieldProblem(field, "REQUIRED")));
    }

    private static boolean flag(JsonObject json, String field) {
        JsonValue value = json.get(field);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw new InvalidInputException(List.of(new FieldProblem(field, "BAD_VALUE", value.toString())));
    }
}
