package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Right;
import vn.sencrm.location.LocationInput;
import vn.sencrm.location.LocationRow;
import vn.sencrm.location.LocationService;

/** Provinces and communes, by their codes. */
@Path("/locations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LocationsResource {

    private static final int MOST = 5_000;

    @Inject
    LocationService locations;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed({Right.CUSTOMER_VIEW, Right.CONFIGURE})
    public String list(
            @QueryParam("province") String province,
            @QueryParam("q") String search,
            @QueryParam("archived") boolean archived) {
        List<LocationRow> found;
        if (search != null && !search.isBlank()) {
            found = locations.search(search, archived, MOST);
        } else {
            found = province == null ? locations.provinces(archived) : locations.communes(province, archived);
        }
        JsonArrayBuilder items = JSON.createArrayBuilder();
        found.forEach(row -> items.add(object(row)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", found.size())
                .add("totalIsExact", found.size() < MOST)
                .addNull("next")
                .build()
                .toString();
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({Right.CUSTOMER_VIEW, Right.CONFIGURE})
    public String get(@PathParam("code") String code) {
        return object(locations.get(code)).build().toString();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CONFIGURE)
    public Response create(JsonObject body) {
        LocationRow added = locations.add(input(RequestBody.require(body)), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder().path(added.code()).build())
                .entity(object(added).build().toString())
                .build();
    }

    @PATCH
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CONFIGURE)
    public String change(@PathParam("code") String code, JsonObject body) {
        JsonObject part = RequestBody.require(body);
        if (!(part.get("version") instanceof JsonNumber version)) {
            throw new InvalidInputException(List.of(new FieldProblem("version", "REQUIRED")));
        }
        Boolean archived = part.containsKey("archived") ? part.getBoolean("archived", false) : null;
        LocationRow changed = locations.change(code, version.intValue(), input(part), archived, Cause.API);
        return object(changed).build().toString();
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed(Right.CONFIGURE)
    public void delete(@PathParam("code") String code) {
        LocationRow row = locations.get(code);
        locations.delete(code, row.version(), Cause.API);
    }

    private static LocationInput input(JsonObject json) {
        List<String> former = json.get("former") instanceof JsonArray names
                ? names.stream()
                        .map(name -> name instanceof JsonString text ? text.getString() : name.toString())
                        .toList()
                : null;
        return new LocationInput(text(json, "code"), text(json, "provinceCode"), text(json, "name"), former);
    }

    private static String text(JsonObject json, String field) {
        return json.get(field) instanceof JsonString text ? text.getString() : null;
    }

    private static JsonObjectBuilder object(LocationRow row) {
        return JSON.createObjectBuilder()
                .add("code", row.code())
                .add("provinceCode", row.provinceCode() == null ? JsonValue.NULL : JSON.createValue(row.provinceCode()))
                .add("version", row.version())
                .add("name", row.name())
                .add("former", JSON.createArrayBuilder(row.former()))
                .add("archived", row.archived())
                .add("communes", row.communes())
                .add("addresses", row.addresses());
    }
}
