package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.NamedMapping;
import vn.sencrm.importing.NamedMappings;

/** Mappings of columns that are kept by name. */
@Path("/import-mappings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportMappingsResource {

    @Inject
    NamedMappings mappings;

    @Context
    UriInfo uri;

    @GET
    public String list(@QueryParam("type") @DefaultValue("customers") String type) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        List<NamedMapping> all = mappings.all(type);
        all.forEach(mapping -> items.add(ImportJson.mapping(mapping)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", all.size())
                .add("totalIsExact", true)
                .build()
                .toString();
    }

    /** Keeps the mapping of an import. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonObject body) {
        JsonObject wishes = RequestBody.require(body);
        if (!(wishes.get("run") instanceof JsonNumber run)) {
            throw new InvalidInputException(List.of(new FieldProblem("run", "REQUIRED")));
        }
        NamedMapping kept =
                mappings.keep(run.longValue(), ImportJson.text(wishes, "name"), wishes.getBoolean("shared", false));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(kept.id()))
                        .build())
                .entity(ImportJson.mapping(kept).build().toString())
                .build();
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        mappings.delete(RecordId.of(id));
    }
}
