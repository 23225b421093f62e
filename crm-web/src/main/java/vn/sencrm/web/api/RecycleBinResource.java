package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Page;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.bin.BinEntry;
import vn.sencrm.customer.bin.RecycleBin;
import vn.sencrm.identity.Right;

/** What was deleted, and its way back. */
@Path("/recycle-bin")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_DELETE)
public class RecycleBinResource {

    @Inject
    RecycleBin bin;

    @Inject
    CustomerQueries queries;

    @GET
    public String list(@BeanParam ListParameters parameters) {
        Page<BinEntry> page = bin.page(parameters.search, parameters.after, parameters.size());
        JsonArrayBuilder items = JSON.createArrayBuilder();
        page.items().forEach(entry -> items.add(json(entry)));
        JsonObjectBuilder answer = JSON.createObjectBuilder()
                .add("items", items)
                .add("total", page.total())
                .add("totalIsExact", page.totalIsExact());
        return text(answer, "next", page.next()).build().toString();
    }

    /** Answers the customer as it is again. */
    @POST
    @Path("/{id}/restore")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public String restore(@PathParam("id") String id, JsonObject body) {
        boolean withoutTakenKeys = body != null && body.getBoolean("withoutTakenKeys", false);
        bin.restore(RecordId.of(id), withoutTakenKeys, Cause.API);
        return CustomerJson.one(queries.get(RecordId.of(id)), List.of());
    }

    private static JsonObjectBuilder json(BinEntry entry) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", entry.id())
                .add("code", entry.code())
                .add("name", entry.name())
                .add("kind", entry.kind().name())
                .add("stage", entry.stage().name());
        text(json, "owner", entry.owner());
        text(json, "deletedBy", entry.deletedBy());
        return json.add("deletedAt", entry.deletedAt().toString())
                .add("keptUntil", entry.keptUntil().toString());
    }

    private static JsonObjectBuilder text(JsonObjectBuilder json, String name, String value) {
        return json.add(name, value == null ? JsonValue.NULL : JSON.createValue(value));
    }
}
