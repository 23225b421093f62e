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

/** How this server is, for load balancers and whatever restarts it. No login, no detail. */
@Path("/health")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    Health health;

    /** Whether it can work, which it cannot without its database: the same as {@code ready}. */
    @GET
    public Response health() {
        return answer(health.isDatabaseThere());
    }

    /** Whether requests are to be sent here. */
    @GET
    @Path("/ready")
    public Response ready() {
        return answer(health.isDatabaseThere());
    }

    /** Whether it answers at all; if not, a restart may help. A database that is away is no reason for one. */
    @GET
    @Path("/live")
    public Response live() {
        return answer(true);
    }

    /** Whether its start, migrations with it, is over: nothing answers before. */
    @GET
    @Path("/started")
    public Response started() {
        return answer(true);
    }

    private static Response answer(boolean up) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(up ? 200 : 503)
                .entity(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}")
                .cacheControl(never)
                .build();
    }
}
