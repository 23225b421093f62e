package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.share.CustomerShare;
import vn.sencrm.customer.share.CustomerSharing;
import vn.sencrm.customer.share.ShareTarget;
import vn.sencrm.identity.Right;

/** With whom a customer is shared. */
@Path("/customers/{id}/shares")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerSharesResource {

    @Inject
    CustomerSharing sharing;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String list(@PathParam("id") String id) {
        return AccessJson.shares(sharing.of(RecordId.of(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public Response share(@PathParam("id") String id, JsonObject body) {
        JsonObject asked = RequestBody.require(body);
        ShareTarget.Kind kind = kind(asked);
        JsonValue canEdit = asked.getOrDefault("canEdit", JsonValue.FALSE);
        if (canEdit != JsonValue.TRUE && canEdit != JsonValue.FALSE) {
            throw wrong("canEdit", "BAD_VALUE", canEdit.toString());
        }
        String name = ((JsonString) asked.get(kind.jsonName())).getString();
        CustomerShare share = sharing.share(RecordId.of(id), kind, name, canEdit == JsonValue.TRUE, Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(share.id()))
                        .build())
                .entity(AccessJson.share(share).toString())
                .build();
    }

    /** One of user and team, and a text. */
    private static ShareTarget.Kind kind(JsonObject asked) {
        boolean user = asked.get("user") instanceof JsonString;
        boolean team = asked.get("team") instanceof JsonString;
        if (user == team) {
            throw wrong("user", "SHARE_WITH_ONE");
        }
        return user ? ShareTarget.Kind.USER : ShareTarget.Kind.TEAM;
    }

    private static InvalidInputException wrong(String field, String code, String... arguments) {
        return new InvalidInputException(List.of(new FieldProblem(field, code, arguments)));
    }

    @DELETE
    @Path("/{share}")
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void unshare(@PathParam("id") String id, @PathParam("share") String share) {
        sharing.unshare(RecordId.of(id), RecordId.of(share), Cause.API);
    }
}
