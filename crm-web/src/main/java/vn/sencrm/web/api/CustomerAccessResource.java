package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.sencrm.customer.access.AccessExplanation;
import vn.sencrm.customer.access.AccessExplanations;
import vn.sencrm.identity.Right;
import vn.sencrm.web.access.AccessWords;

/** Why a customer can or cannot be seen: by the caller, or, for who manages users, by anybody. */
@Path("/customers/{id}/access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerAccessResource {

    @Inject
    AccessExplanations explanations;

    @Inject
    AccessWords words;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String explain(@PathParam("id") String id, @QueryParam("user") String user) {
        AccessExplanation explanation =
                user == null ? explanations.mine(RecordId.of(id)) : explanations.of(user, RecordId.of(id));
        return AccessJson.explanation(explanation, words);
    }
}
