package vn.sencrm.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.sencrm.common.Health;

/** For load balancers: whether this server can work, which it cannot without its database. No login, no detail. */
@Path("/health")
@RequestScoped
@PermitAll
public class HealthResource {

    @Inject
    Health health;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response health() {
        boolean up = health.isDatabaseThere();
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(up ? 200 : 503)
                .entity(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}")
                .cacheControl(never)
                .build();
    }
}
