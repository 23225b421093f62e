package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.sencrm.customer.CustomerFollowing;
import vn.sencrm.identity.Right;

/** The caller's own mark on a customer. */
@Path("/customers/{id}/follow")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerFollowResource {

    @Inject
    CustomerFollowing following;

    @PUT
    public void follow(@PathParam("id") String id) {
        following.follow(RecordId.of(id));
    }

    @DELETE
    public void unfollow(@PathParam("id") String id) {
        following.unfollow(RecordId.of(id));
    }
}
