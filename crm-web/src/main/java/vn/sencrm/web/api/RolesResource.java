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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.RecordScope;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.role.RoleInput;
import vn.sencrm.identity.role.RoleService;

/** Roles: which rights they grant, and which records their holders see. */
@Path("/roles")
@RequestScoped
@RolesAllowed(Right.USER_MANAGE)
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {

    @Inject
    RoleService roles;

    @Context
    UriInfo uri;

    @GET
    public String list() {
        return PeopleJson.roles(roles.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonObject body) {
        RequestBody.require(body);
        Role role = roles.create(
                new RoleInput(
                        PeopleJson.string(body, "code", null),
                        0,
                        PeopleJson.string(body, "nameVi", null),
                        PeopleJson.string(body, "nameEn", null),
                        PeopleJson.constant(body, "scope", RecordScope.class, RecordScope.OWN),
                        PeopleJson.flag(body, "seesTeams", true),
                        PeopleJson.flag(body, "seesRoutes", true),
                        PeopleJson.rights(body, Set.of())),
                Cause.API);
        return Response.created(uri.getAbsolutePathBuilder().path(role.code()).build())
                .entity(PeopleJson.one(role))
                .build();
    }

    @PATCH
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String change(@PathParam("code") String code, JsonObject body) {
        int version = PeopleJson.version(RequestBody.require(body));
        Role before = find(code);
        RoleInput input = new RoleInput(
                code,
                version,
                PeopleJson.string(body, "nameVi", before.nameVi()),
                PeopleJson.string(body, "nameEn", before.nameEn()),
                PeopleJson.constant(body, "scope", RecordScope.class, before.scope()),
                PeopleJson.flag(body, "seesTeams", before.seesTeams()),
                PeopleJson.flag(body, "seesRoutes", before.seesRoutes()),
                PeopleJson.rights(body, before.rights()));
        roles.change(List.of(input), Cause.API);
        return PeopleJson.one(find(code));
    }

    @DELETE
    @Path("/{code}")
    public void delete(@PathParam("code") String code) {
        roles.delete(code, Cause.API);
    }

    private Role find(String code) {
        return roles.all().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("role", code));
    }
}
