package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupInput;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.group.GroupSelection;
import vn.sencrm.group.GroupService;
import vn.sencrm.identity.Right;

/** Groups of customers and their members; a dynamic group is a filter. */
@Path("/customer-groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerGroupsResource {

    @Inject
    GroupQueries queries;

    @Inject
    GroupService groups;

    @Inject
    CustomerQueries customers;

    @Inject
    CustomerFilters filters;

    @Context
    UriInfo uri;

    /** By name; {@code q} and {@code description} look for words of name and description. */
    @GET
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String list(@BeanParam ListParameters parameters, @QueryParam("description") String description) {
        parameters.inOrder("name");
        return GroupJson.page(queries.page(parameters.search, description, parameters.after, parameters.size()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.GROUP_MANAGE)
    public Response create(JsonObject body) {
        GroupInput input = GroupJson.input(RequestBody.require(body), filters);
        List<Long> members = JsonMembers.ids(body, "members");
        List<GroupSelection> added = members == null ? List.of() : List.of(GroupSelection.of(members));
        CustomerGroup made = groups.create(input, added, Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(made.id()))
                        .build())
                .entity(GroupJson.one(made))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String get(@PathParam("id") String id) {
        return GroupJson.one(queries.get(RecordId.of(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.GROUP_MANAGE)
    public String change(@PathParam("id") String id, JsonObject body) {
        GroupInput input = GroupJson.input(RequestBody.require(body), filters);
        return GroupJson.one(groups.change(RecordId.of(id), GroupJson.version(body), input, Cause.API));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.GROUP_MANAGE)
    public void delete(@PathParam("id") String id) {
        groups.delete(RecordId.of(id), Cause.API);
    }

    /** The members whom the caller sees, as a list of customers. */
    @GET
    @Path("/{id}/members")
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public String members(@PathParam("id") String id, @BeanParam ListParameters parameters) {
        Filter members = GroupQueries.members(queries.get(RecordId.of(id)));
        return CustomerJson.page(customers.page(new CustomerListRequest(
                parameters.hasFilter() ? members.and(filters.parse(parameters.filter)) : members,
                parameters.search,
                CustomerSort.of(parameters.sort),
                parameters.after,
                parameters.size(),
                parameters.isCountExact())));
    }

    /** Body: {@code ids}, or {@code filter} and {@code q}. A dynamic group takes a {@code filter} as its own. */
    @PUT
    @Path("/{id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.GROUP_MANAGE)
    public String add(@PathParam("id") String id, JsonObject body) {
        GroupSelection selection = GroupJson.selection(RequestBody.require(body), filters);
        CustomerGroup group = queries.get(RecordId.of(id));
        if (group.isDynamic() && selection.filter() != null) {
            GroupInput input = new GroupInput(null, null, selection.filter());
            groups.change(group.id(), group.version(), input, Cause.API);
            return GroupJson.changed("added", 0);
        }
        return GroupJson.changed("added", groups.add(group.id(), selection, Cause.API));
    }

    /** Body as for adding. */
    @DELETE
    @Path("/{id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.GROUP_MANAGE)
    public String remove(@PathParam("id") String id, JsonObject body) {
        GroupSelection selection = GroupJson.selection(RequestBody.require(body), filters);
        return GroupJson.changed("removed", groups.remove(RecordId.of(id), selection, Cause.API));
    }
}
