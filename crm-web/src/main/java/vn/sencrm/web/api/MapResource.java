package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.map.MapQueries;
import vn.sencrm.identity.Right;
import vn.sencrm.web.customer.MapJson;
import vn.sencrm.web.customer.MapRequest;

/** Customers with a position, gathered for a map. */
@Path("/customers/map")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MapResource {

    @Inject
    MapQueries queries;

    @Inject
    CustomerFilters filters;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String find(
            @QueryParam("bbox") String bbox,
            @QueryParam("zoom") String zoom,
            @QueryParam("filter") String filter,
            @QueryParam("q") String search) {
        return MapJson.of(new MapRequest(bbox, zoom, null, filter, search).answer(queries, filters));
    }
}
