package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.export.ExportQueries;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ExportService;
import vn.sencrm.identity.Right;
import vn.sencrm.web.export.ExportHeaders;
import vn.sencrm.web.shell.Downloads;
import vn.sencrm.web.shell.Texts;

/** Exports: a list as a file, its progress, and the file for the one who asked. */
@Path("/exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_EXPORT)
public class ExportsResource {

    @Inject
    ExportService exports;

    @Inject
    ExportQueries queries;

    @Inject
    ExportHeaders headers;

    @Inject
    CustomerFilters filters;

    @Inject
    Texts texts;

    @Context
    UriInfo uri;

    /** The newest first. */
    @GET
    public String list(@BeanParam ListParameters parameters) {
        parameters.inOrder("-createdAt");
        return JsonMembers.page(queries.page(parameters.after, parameters.size()), this::toJson);
    }

    /** Body: {@code list}, {@code filter} and {@code q} or {@code ids}, {@code sort}, {@code columns}, {@code format}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(JsonObject body) {
        String language = texts.getLocale().getLanguage();
        ExportRun run =
                exports.start(ExportJson.request(RequestBody.require(body), filters, headers, language), Cause.API);
        return Response.accepted(json(run))
                .location(uri.getBaseUriBuilder()
                        .path(ExportsResource.class)
                        .path(Long.toString(run.id()))
                        .build())
                .build();
    }

    @GET
    @Path("/{id}")
    public String get(@PathParam("id") String id) {
        return json(queries.get(RecordId.of(id)));
    }

    @POST
    @Path("/{id}/stop")
    public String stop(@PathParam("id") String id) {
        return json(exports.stop(RecordId.of(id)));
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") String id) {
        ExportRun run = queries.get(RecordId.of(id));
        InputStream content = exports.open(run.id(), Cause.API);
        StreamingOutput file = out -> {
            try (content) {
                content.transferTo(out);
            }
        };
        return Response.ok(file, run.format().contentType())
                .header(HttpHeaders.CONTENT_LENGTH, run.fileSize())
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(run.fileName()))
                .build();
    }

    private String json(ExportRun run) {
        return toJson(run).toString();
    }

    private JsonObject toJson(ExportRun run) {
        return ExportJson.run(run, queries.secondsLeft(run), queries.keptUntil(run));
    }
}
