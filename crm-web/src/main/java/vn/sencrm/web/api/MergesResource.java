package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
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
import java.util.Set;
import vn.sencrm.identity.Right;
import vn.sencrm.merge.Merge;
import vn.sencrm.merge.MergeService;

/** Customers that become one, and how that is taken back. */
@Path("/merges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_MERGE)
public class MergesResource {

    private static final int LIST = 100;

    @Inject
    MergeService merges;

    @Context
    UriInfo uri;

    /** The merges into one customer, newest first. */
    @GET
    public String list(@QueryParam("customer") String customer) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        merges.of(RecordId.of(customer == null ? "" : customer), LIST)
                .forEach(merge -> items.add(MergeJson.merge(merge)));
        return JSON.createObjectBuilder().add("items", items).build().toString();
    }

    @GET
    @Path("/{id}")
    public String get(@PathParam("id") String id) {
        return MergeJson.merge(merges.get(RecordId.of(id))).build().toString();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(JsonObject body) {
        Merge merge = merges.merge(MergeJson.request(RequestBody.require(body)));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(merge.id()))
                        .build())
                .entity(MergeJson.merge(merge).build().toString())
                .build();
    }

    /** With {@code preview=true} nothing is changed: the answer tells what would stay as it is. */
    @POST
    @Path("/{id}/undo")
    public String undo(@PathParam("id") String id, @QueryParam("preview") String preview, JsonObject body) {
        long merge = RecordId.of(id);
        Set<String> restore = MergeJson.restore(body);
        return MergeJson.undo("true".equals(preview) ? merges.previewUndo(merge) : merges.undo(merge, restore));
    }
}
