package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.attachment.Attachment;
import vn.sencrm.customer.attachment.Attachments;
import vn.sencrm.file.Upload;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Downloads;

/** Files of one customer. */
@Path("/customers/{id}/files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerFilesResource {

    private static final int LIST = 200;

    @Inject
    Attachments attachments;

    @Context
    UriInfo uri;

    @GET
    public String list(@PathParam("id") String id) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        attachments.newest(RecordId.of(id), LIST).forEach(file -> items.add(json(file)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", attachments.count(RecordId.of(id)))
                .add("totalIsExact", true)
                .build()
                .toString();
    }

    /** The part {@code file}. */
    @POST
    @LimitedUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@PathParam("id") String id, List<EntityPart> parts) throws IOException {
        EntityPart part = (parts == null ? List.<EntityPart>of() : parts)
                .stream()
                        .filter(one -> "file".equals(one.getName()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException(List.of(new FieldProblem("file", "REQUIRED"))));
        try (InputStream content = part.getContent()) {
            Upload upload = new Upload(part.getFileName().orElse(""), content);
            Attachment file = attachments.attach(RecordId.of(id), null, upload, Cause.API);
            return Response.created(uri.getAbsolutePathBuilder()
                            .path(Long.toString(file.id()))
                            .build())
                    .entity(json(file).build().toString())
                    .build();
        }
    }

    @GET
    @Path("/{file}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response content(@PathParam("id") String id, @PathParam("file") String file) {
        Attachment attachment = attachments.get(RecordId.of(id), RecordId.of(file));
        StreamingOutput content = out -> {
            try (InputStream in = attachments.open(attachment)) {
                in.transferTo(out);
            }
        };
        return Response.ok(content, attachment.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(attachment.name()))
                .build();
    }

    @DELETE
    @Path("/{file}")
    public void delete(@PathParam("id") String id, @PathParam("file") String file) {
        attachments.delete(RecordId.of(id), RecordId.of(file), Cause.API);
    }

    static JsonObjectBuilder json(Attachment file) {
        return JSON.createObjectBuilder()
                .add("id", file.id())
                .add("name", file.name())
                .add("contentType", file.contentType())
                .add("size", file.size())
                .add("by", file.by())
                .add("at", file.at().toString());
    }
}
