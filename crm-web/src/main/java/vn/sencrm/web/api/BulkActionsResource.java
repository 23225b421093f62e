package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import vn.sencrm.bulk.BulkQueries;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.bulk.BulkService;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.identity.Right;

/** Bulk actions: one action on many customers, its progress, what became of each, and taking it back. */
@Path("/bulk-actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_VIEW)
public class BulkActionsResource {

    @Inject
    BulkService bulk;

    @Inject
    BulkQueries queries;

    @Inject
    CustomerFilters filters;

    @Context
    UriInfo uri;

    /** The newest first. */
    @GET
    public String list(@BeanParam ListParameters parameters) {
        parameters.inOrder("-createdAt");
        return JsonMembers.page(queries.page(parameters.after, parameters.size()), this::toJson);
    }

    /** Body: {@code action}, {@code ids} or {@code filter} and {@code q} with {@code expected}, {@code args}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(JsonObject body) {
        BulkJson.Request request = BulkJson.request(RequestBody.require(body), filters);
        return accepted(bulk.start(request.action(), request.args(), request.selection(), request.expected()));
    }

    @GET
    @Path("/{id}")
    public String get(@PathParam("id") String id) {
        return json(queries.get(RecordId.of(id)));
    }

    /** Records in the order of their ids, beyond {@code after}. */
    @GET
    @Path("/{id}/items")
    public String items(
            @PathParam("id") String id,
            @QueryParam("verdict") String verdict,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") String size) {
        int limit = BulkJson.size(size);
        return BulkJson.items(
                        queries.items(RecordId.of(id), BulkJson.verdict(verdict), BulkJson.after(after), limit), limit)
                .toString();
    }

    @POST
    @Path("/{id}/undo")
    public Response undo(@PathParam("id") String id) {
        return accepted(bulk.undo(RecordId.of(id)));
    }

    @POST
    @Path("/{id}/stop")
    public String stop(@PathParam("id") String id) {
        return json(bulk.stop(RecordId.of(id)));
    }

    @POST
    @Path("/{id}/resume")
    public String resume(@PathParam("id") String id) {
        return json(bulk.resume(RecordId.of(id)));
    }

    private Response accepted(BulkRun run) {
        return Response.accepted(json(run))
                .location(uri.getBaseUriBuilder()
                        .path(BulkActionsResource.class)
                        .path(Long.toString(run.id()))
                        .build())
                .build();
    }

    private String json(BulkRun run) {
        return toJson(run).toString();
    }

    private JsonObject toJson(BulkRun run) {
        return BulkJson.run(
                run,
                queries.secondsLeft(run),
                queries.isUndoable(run),
                queries.undoUntil(run),
                queries.reasons(run.id()));
    }
}
