package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.sencrm.customer.timeline.Timeline;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Every change of one customer, newest first. */
@Path("/customers/{id}/history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerHistoryResource {

    @Inject
    Timeline timeline;

    @Inject
    CurrentUser currentUser;

    @GET
    public String list(@PathParam("id") String id, @BeanParam ListParameters parameters) {
        return HistoryJson.page(
                timeline.page(RecordId.of(id), "change", parameters.after, parameters.size()), currentUser.id());
    }
}
