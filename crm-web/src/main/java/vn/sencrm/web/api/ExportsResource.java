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
import java.io.IOException;
import java.io.InputStream;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.export.AuditExport;
import vn.sencrm.export.ExportQueries;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ExportService;
import vn.sencrm.export.ListRequest;
import vn.sencrm.export.ShortListExport;
import vn.sencrm.identity.Right;
import vn.sencrm.web.audit.AuditFileWords;
import vn.sencrm.web.export.ExportHeaders;
import vn.sencrm.web.export.PageListWords;
import vn.sencrm.web.shell.Downloads;

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
    ShortListExport lists;

    @Inject
    AuditExport audit;

    @Inject
    AuditFileWords auditWords;

    @Inject
    PageListWords words;

    @Context
    UriInfo uri;

    /** The newest first. */
    @GET
    public String list(@BeanParam ListParameters parameters) {
        parameters.inOrder("-createdAt");
        return JsonMembers.page(queries.page(parameters.after, parameters.size()), this::toJson);
    }

    /**
     * Body: {@code list}, {@code filter} and {@code q} or {@code ids}, {@code sort}, {@code columns}, {@code format}; for
     * other lists than that of customers {@code list}, {@code parameters}, {@code columns}, {@code format}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(JsonObject body) throws IOException {
        ExportRun run = begin(RequestBody.require(body));
        return Response.accepted(json(run))
                .location(uri.getBaseUriBuilder()
                        .path(ExportsResource.class)
                        .path(Long.toString(run.id()))
                        .build())
                .build();
    }

    private ExportRun begin(JsonObject body) throws IOException {
        String list = ExportJson.list(body);
        if (list.equals(ExportService.CUSTOMERS)) {
            return exports.start(ExportJson.request(body, filters, headers, words.language()), Cause.API);
        }
        ListRequest asked = ExportJson.listRequest(body);
        if (list.equals(AuditExport.LIST)) {
            audit.requireReader();
            return audit.start(asked, auditWords.columns(asked), auditWords.ofFiles(), words.language(), Cause.API);
        }
        if (!lists.knows(list)) {
            throw JsonMembers.bad("list", "UNKNOWN_OPTION", list);
        }
        return lists.store(lists.read(asked, words), words.language(), Cause.API);
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
