package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.Page;
import vn.sencrm.customer.comment.Comment;
import vn.sencrm.customer.comment.Comments;
import vn.sencrm.identity.Right;

/** Comments on one customer. */
@Path("/customers/{id}/comments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerCommentsResource {

    @Inject
    Comments comments;

    @Context
    UriInfo uri;

    @GET
    public String list(@PathParam("id") String id, @BeanParam ListParameters parameters) {
        Page<Comment> page = comments.page(RecordId.of(id), parameters.after, parameters.size());
        JsonArrayBuilder items = JSON.createArrayBuilder();
        page.items().forEach(comment -> items.add(json(comment)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", page.total())
                .add("totalIsExact", page.totalIsExact())
                .add("next", page.next() == null ? JsonValue.NULL : JSON.createValue(page.next()))
                .build()
                .toString();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(@PathParam("id") String id, JsonObject body) {
        Comments.Written written = comments.write(RecordId.of(id), text(body), List.of(), Cause.API);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(written.id()))
                        .build())
                .entity(json(comments.get(RecordId.of(id), written.id()))
                        .build()
                        .toString())
                .build();
    }

    @PATCH
    @Path("/{comment}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String change(@PathParam("id") String id, @PathParam("comment") String comment, JsonObject body) {
        if (!(RequestBody.require(body).get("version") instanceof JsonNumber version)) {
            throw new InvalidInputException(List.of(new FieldProblem("version", "REQUIRED")));
        }
        comments.change(RecordId.of(id), RecordId.of(comment), version.intValue(), text(body), Cause.API);
        return json(comments.get(RecordId.of(id), RecordId.of(comment))).build().toString();
    }

    @DELETE
    @Path("/{comment}")
    public void delete(@PathParam("id") String id, @PathParam("comment") String comment) {
        comments.delete(RecordId.of(id), RecordId.of(comment), Cause.API);
    }

    private static String text(JsonObject body) {
        return RequestBody.require(body).get("text") instanceof JsonString text ? text.getString() : "";
    }

    private static JsonObjectBuilder json(Comment comment) {
        JsonArrayBuilder files = JSON.createArrayBuilder();
        comment.files().forEach(file -> files.add(CustomerFilesResource.json(file)));
        JsonArrayBuilder mentions = JSON.createArrayBuilder();
        comment.parts().stream()
                .filter(part -> part.userName() != null)
                .map(part -> part.text().substring(1))
                .distinct()
                .forEach(mentions::add);
        return JSON.createObjectBuilder()
                .add("id", comment.id())
                .add("version", comment.version())
                .add("author", comment.authorUsername())
                .add("text", comment.text())
                .add("mentions", mentions)
                .add("files", files)
                .add("createdAt", comment.at().toString())
                .add(
                        "editedAt",
                        comment.editedAt() == null
                                ? JsonValue.NULL
                                : JSON.createValue(comment.editedAt().toString()));
    }
}
