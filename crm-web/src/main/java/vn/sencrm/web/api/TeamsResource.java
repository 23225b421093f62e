package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import vn.sencrm.audit.Cause;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.team.Team;
import vn.sencrm.identity.team.TeamQueries;
import vn.sencrm.identity.team.TeamService;

/** Teams: to choose from for everybody who sees customers, to keep for those who keep users. */
@Path("/teams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TeamsResource {

    @Inject
    TeamQueries queries;

    @Inject
    TeamService teams;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed({Right.USER_MANAGE, Right.CUSTOMER_VIEW})
    public String list() {
        return PeopleJson.teams(queries.all());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Right.USER_MANAGE, Right.CUSTOMER_VIEW})
    public String get(@PathParam("id") String id) {
        return PeopleJson.one(queries.get(RecordId.of(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.USER_MANAGE)
    public Response create(JsonObject body) {
        Team team = teams.create(PeopleJson.teamInput(RequestBody.require(body), null), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(team.id()))
                        .build())
                .entity(PeopleJson.one(team))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.USER_MANAGE)
    public String change(@PathParam("id") String id, JsonObject body) {
        int version = PeopleJson.version(RequestBody.require(body));
        long team = RecordId.of(id);
        return PeopleJson.one(teams.change(team, version, PeopleJson.teamInput(body, queries.get(team)), Cause.API));
    }

    @POST
    @Path("/{id}/archive")
    @RolesAllowed(Right.USER_MANAGE)
    public String archive(@PathParam("id") String id) {
        return PeopleJson.one(teams.archive(RecordId.of(id), true, Cause.API));
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Right.USER_MANAGE)
    public String restore(@PathParam("id") String id) {
        return PeopleJson.one(teams.archive(RecordId.of(id), false, Cause.API));
    }
}
