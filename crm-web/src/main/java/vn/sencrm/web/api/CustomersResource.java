package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.CustomerPage;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.SavedCustomer;
import vn.sencrm.customer.bin.RecycleBin;
import vn.sencrm.identity.Right;
import vn.sencrm.web.customer.VCard;
import vn.sencrm.web.shell.Downloads;

/** Customers: the list with filter, search and cursor; one; a new one; a change of some fields. */
@Path("/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {

    /** What {@code onDuplicate} says for a customer that is known to be another. */
    private static final String ALLOW = "allow";

    @Inject
    CustomerQueries queries;

    @Inject
    CustomerService customers;

    @Inject
    RecycleBin bin;

    @Inject
    CustomerFilters filters;

    @Context
    UriInfo uri;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String list(@BeanParam ListParameters parameters) {
        CustomerPage page = queries.page(new CustomerListRequest(
                parameters.hasFilter() ? filters.parse(parameters.filter) : null,
                parameters.search,
                CustomerSort.of(parameters.sort),
                parameters.after,
                parameters.size(),
                parameters.isCountExact()));
        return CustomerJson.page(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String get(@PathParam("id") String id) {
        return CustomerJson.one(queries.get(RecordId.of(id)), List.of());
    }

    @GET
    @Path("/{id}/vcard")
    @Produces("text/vcard")
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public Response vcard(@PathParam("id") String id) {
        CustomerView customer = queries.get(RecordId.of(id));
        return Response.ok(VCard.of(customer), VCard.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(VCard.fileName(customer)))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_CREATE)
    public Response create(@QueryParam("onDuplicate") String onDuplicate, JsonObject body) {
        SavedCustomer saved =
                customers.register(CustomerJson.input(RequestBody.require(body)), Cause.API, ALLOW.equals(onDuplicate));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(saved.id()))
                        .build())
                .entity(json(saved))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public Response change(@PathParam("id") String id, @QueryParam("onDuplicate") String onDuplicate, JsonObject body) {
        JsonObject part = RequestBody.require(body);
        if (!(part.get("version") instanceof JsonNumber version)) {
            throw new InvalidInputException(List.of(new FieldProblem("version", "REQUIRED")));
        }
        SavedCustomer saved = customers.change(
                RecordId.of(id), version.intValue(), CustomerJson.input(part), Cause.API, ALLOW.equals(onDuplicate));
        // By a new owner or team the caller may have lost sight of it: then it is stored, and there is nothing to show.
        return queries.find(saved.id())
                .map(customer -> Response.ok(CustomerJson.one(customer, saved.warnings())))
                .orElseGet(Response::noContent)
                .build();
    }

    /** Into the recycle bin; without a version whatever happened since. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.CUSTOMER_DELETE)
    public void delete(@PathParam("id") String id, @QueryParam("version") String version) {
        bin.delete(RecordId.of(id), version == null ? 0 : version(version), Cause.API);
    }

    private static int version(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new InvalidInputException(List.of(new FieldProblem("version", "BAD_VALUE", text)));
        }
        return Integer.parseInt(text);
    }

    private String json(SavedCustomer saved) {
        return CustomerJson.one(queries.get(saved.id()), saved.warnings());
    }
}
