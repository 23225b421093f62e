package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.list.SavedFilter;
import vn.sencrm.customer.list.SavedFilters;
import vn.sencrm.identity.Right;

/** Filters of customers kept by name: the caller's own, and those that others share. */
@Path("/saved-filters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_VIEW)
public class SavedFiltersResource {

    @Inject
    SavedFilters filters;

    @Context
    UriInfo uri;

    @GET
    public String list() {
        return SavedFilterJson.list(filters.all());
    }

    @GET
    @Path("/{id}")
    public String get(@PathParam("id") String id) {
        return SavedFilterJson.one(filters.get(RecordId.of(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonObject body) {
        SavedFilter saved = filters.create(SavedFilterJson.input(RequestBody.require(body), null));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(saved.id()))
                        .build())
                .entity(SavedFilterJson.one(saved))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String change(@PathParam("id") String id, JsonObject body) {
        JsonObject part = RequestBody.require(body);
        if (!(part.get("version") instanceof JsonNumber version)) {
            throw new InvalidInputException(List.of(new FieldProblem("version", "REQUIRED")));
        }
        SavedFilter now = filters.get(RecordId.of(id));
        return SavedFilterJson.one(filters.change(now.id(), version.intValue(), SavedFilterJson.input(part, now)));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        filters.delete(RecordId.of(id));
    }

    /** The caller's list of the filter's stage begins with it from now on. */
    @PUT
    @Path("/{id}/default")
    public void openFirst(@PathParam("id") String id) {
        filters.openFirst(RecordId.of(id), true);
    }

    @DELETE
    @Path("/{id}/default")
    public void openFirstNoMore(@PathParam("id") String id) {
        filters.openFirst(RecordId.of(id), false);
    }
}
