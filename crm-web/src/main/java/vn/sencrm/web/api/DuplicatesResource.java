package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.duplicate.DuplicateCheck;
import vn.sencrm.duplicate.DuplicateQueries;
import vn.sencrm.duplicate.DuplicateService;
import vn.sencrm.identity.Right;

/** Duplicates: the groups of them, who is like a customer that is not stored, and what is no duplicate. */
@Path("/duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DuplicatesResource {

    @Inject
    DuplicateQueries queries;

    @Inject
    DuplicateCheck check;

    @Inject
    DuplicateService duplicates;

    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String list(@BeanParam ListParameters parameters) {
        return DuplicateJson.page(queries.page(parameters.after, parameters.size()));
    }

    /** Body: fields of a customer; with {@code id}, that customer is none of them. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String check(JsonObject body) {
        JsonObject given = RequestBody.require(body);
        Long id = JsonMembers.number(given, "id");
        return JSON.createObjectBuilder()
                .add(
                        "candidates",
                        DuplicateJson.candidates(check.candidates(CustomerJson.input(given), id == null ? 0 : id)))
                .build()
                .toString();
    }

    /** Body: {@code ids} of the two. */
    @POST
    @Path("/different")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void markDifferent(JsonObject body) {
        List<Long> ids = two(body);
        duplicates.markDifferent(ids.get(0), ids.get(1), Cause.API);
    }

    /** The same body. */
    @DELETE
    @Path("/different")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void unmarkDifferent(JsonObject body) {
        List<Long> ids = two(body);
        duplicates.unmarkDifferent(ids.get(0), ids.get(1), Cause.API);
    }

    private static List<Long> two(JsonObject body) {
        List<Long> ids = JsonMembers.ids(RequestBody.require(body), "ids");
        if (ids == null) {
            throw new InvalidInputException(List.of(new FieldProblem("ids", "REQUIRED")));
        }
        if (ids.size() != 2) {
            throw JsonMembers.bad("ids", "BAD_VALUE", ids.toString());
        }
        return ids;
    }
}
