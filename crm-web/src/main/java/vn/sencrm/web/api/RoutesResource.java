package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.route.Route;
import vn.sencrm.customer.route.RouteQueries;
import vn.sencrm.customer.route.RouteService;
import vn.sencrm.customer.route.RouteStop;
import vn.sencrm.identity.Right;

/** Routes, to whom they are given, and their customers in the order of the stops. */
@Path("/routes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoutesResource {

    private static final int PAGE = 200;

    @Inject
    RouteQueries queries;

    @Inject
    RouteService routes;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String list(@QueryParam("archived") boolean archived) {
        return RouteJson.routes(queries.all(archived));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_ASSIGN)
    public Response create(JsonObject body) {
        Route made = routes.create(RouteJson.input(RequestBody.require(body)), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(made.id()))
                        .build())
                .entity(RouteJson.one(made))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String get(@PathParam("id") String id) {
        return RouteJson.one(queries.get(RecordId.of(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_ASSIGN)
    public String change(@PathParam("id") String id, JsonObject body) {
        JsonObject part = RequestBody.require(body);
        int version = RouteJson.whole(part, "version");
        return RouteJson.one(routes.change(RecordId.of(id), version, RouteJson.input(part), Cause.API));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.CUSTOMER_ASSIGN)
    public void delete(@PathParam("id") String id) {
        routes.delete(RecordId.of(id), Cause.API);
    }

    @GET
    @Path("/{id}/customers")
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String customers(@PathParam("id") String id, @QueryParam("after") String after) {
        int from = after != null && after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
        List<RouteStop> stops = queries.stops(RecordId.of(id), from, PAGE + 1);
        return RouteJson.stops(stops, PAGE);
    }

    @POST
    @Path("/{id}/customers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public String put(@PathParam("id") String id, JsonObject body) {
        List<Long> customers = RouteJson.ids(RequestBody.require(body), "customers");
        return RouteJson.added(routes.put(RecordId.of(id), customers, Cause.API));
    }

    @PUT
    @Path("/{id}/customers/{customer}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void move(@PathParam("id") String id, @PathParam("customer") String customer, JsonObject body) {
        int stop = RouteJson.whole(RequestBody.require(body), "stop");
        routes.move(RecordId.of(id), RecordId.of(customer), stop);
    }

    @DELETE
    @Path("/{id}/customers/{customer}")
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void take(@PathParam("id") String id, @PathParam("customer") String customer) {
        routes.take(RecordId.of(id), RecordId.of(customer), Cause.API);
    }
}
