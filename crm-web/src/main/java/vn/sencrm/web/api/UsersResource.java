package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import vn.sencrm.assignment.HandOver;
import vn.sencrm.assignment.LeavingService;
import vn.sencrm.audit.Cause;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.user.CreatedUser;
import vn.sencrm.identity.user.UserQueries;
import vn.sencrm.identity.user.UserService;
import vn.sencrm.web.api.AssignmentsResource.AssignmentAnswer;

/** Users: as a choice for everybody who sees customers, in full for those who keep them. */
@Path("/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    /** Who takes the customers of a leaving user: an owner by user name, or a team by its name. */
    public record HandOverRequest(String owner, String team) {}

    /** A password that is told this once. */
    public record PasswordAnswer(long id, String username, String oneTimePassword) {

        static PasswordAnswer of(CreatedUser user) {
            return new PasswordAnswer(user.id(), user.username(), user.oneTimePassword());
        }
    }

    @Inject
    UserQueries queries;

    @Inject
    UserService users;

    @Inject
    LeavingService leaving;

    @Context
    UriInfo uri;

    @Context
    SecurityContext security;

    @GET
    @RolesAllowed({Right.USER_MANAGE, Right.CUSTOMER_VIEW})
    public String list(@BeanParam ListParameters parameters) {
        boolean inFull = security.isUserInRole(Right.USER_MANAGE);
        UserQueries.Asked asked = new UserQueries.Asked(
                parameters.search, inFull ? null : Boolean.TRUE, null, parameters.after, parameters.size());
        return PeopleJson.users(queries.page(asked), inFull);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.USER_MANAGE)
    public String get(@PathParam("id") String id) {
        return PeopleJson.one(queries.get(RecordId.of(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.USER_MANAGE)
    public Response create(JsonObject body) {
        CreatedUser created = users.create(PeopleJson.userInput(RequestBody.require(body), null), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(created.id()))
                        .build())
                .entity(PasswordAnswer.of(created))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.USER_MANAGE)
    public String change(@PathParam("id") String id, JsonObject body) {
        int version = PeopleJson.version(RequestBody.require(body));
        long user = RecordId.of(id);
        return PeopleJson.one(users.change(user, version, PeopleJson.userInput(body, queries.get(user)), Cause.API));
    }

    @POST
    @Path("/{id}/deactivate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.USER_MANAGE)
    public AssignmentAnswer deactivate(@PathParam("id") String id, HandOverRequest to) {
        HandOver handOver = to == null ? HandOver.NOBODY : new HandOver(to.owner(), to.team());
        return AssignmentAnswer.of(leaving.deactivate(RecordId.of(id), handOver, Cause.API));
    }

    @POST
    @Path("/{id}/activate")
    @RolesAllowed(Right.USER_MANAGE)
    public String activate(@PathParam("id") String id) {
        return PeopleJson.one(users.activate(RecordId.of(id), Cause.API));
    }

    @POST
    @Path("/{id}/reset-password")
    @RolesAllowed(Right.USER_MANAGE)
    public PasswordAnswer resetPassword(@PathParam("id") String id) {
        return PasswordAnswer.of(users.resetPassword(RecordId.of(id), Cause.API));
    }

    @DELETE
    @Path("/{id}/sessions")
    @RolesAllowed(Right.USER_MANAGE)
    public void endSessions(@PathParam("id") String id) {
        users.endSessions(RecordId.of(id), Cause.API);
    }
}
