package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.ImportErrorWorkbook;
import vn.sencrm.importing.ImportPreviews;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.importing.ImportService;
import vn.sencrm.importing.ImportState;
import vn.sencrm.importing.NamedMappings;
import vn.sencrm.web.importing.ImportWords;

/** Imports: a file taken in and put to work, its progress, its refused rows. */
@Path("/import-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportRunsResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LEFT = 200;

    @Inject
    ImportService imports;

    @Inject
    ImportQueries queries;

    @Inject
    NamedMappings mappings;

    @Inject
    ImportPreviews previews;

    @Inject
    ImportErrorWorkbook errors;

    @Inject
    ImportWords words;

    @Context
    UriInfo uri;

    /** The newest first. */
    @GET
    public String list(@BeanParam ListParameters parameters) {
        parameters.inOrder("-createdAt");
        return JsonMembers.page(
                queries.page(parameters.after, parameters.size()),
                run -> ImportJson.run(run, queries.progress(run), words.failure(run)));
    }

    @GET
    @Path("/{id}")
    public String get(@PathParam("id") String id) {
        return json(queries.get(RecordId.of(id)));
    }

    /** Parts: {@code file}, {@code type} (customers), {@code options} as JSON. */
    @POST
    @LimitedUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(List<EntityPart> parts) throws IOException {
        EntityPart file = part(parts, "file").orElseThrow(() -> missing("file"));
        ImportJson.Wishes wishes = ImportJson.wishes(text(parts, "options"));
        String type = Optional.ofNullable(text(parts, "type")).orElse("customers");
        String name = file.getFileName().orElse("");
        ImportRun run = upload(type, name, file, wishes);
        if (run.state() == ImportState.MAPPED) {
            run = imports.run(run.id(), wishes.dryRun());
        }
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(run.id()))
                        .build())
                .entity(json(run))
                .build();
    }

    private ImportRun upload(String type, String name, EntityPart file, ImportJson.Wishes wishes) throws IOException {
        try (InputStream content = file.getContent()) {
            return imports.upload(type, name, content, wishes.options(), mapping(type, wishes));
        }
    }

    private Map<String, String> mapping(String type, ImportJson.Wishes wishes) {
        return wishes.mappingName() == null
                ? wishes.mapping()
                : mappings.named(type, wishes.mappingName()).mapping();
    }

    /**
     * Body: some of what {@code options} may hold beside a file, {@code mapping} among it; what is not given stays. The
     * import waits for its {@code run}.
     */
    @PATCH
    @Path("/{id}/options")
    @Consumes(MediaType.APPLICATION_JSON)
    public String choose(@PathParam("id") String id, JsonObject body) throws IOException {
        ImportRun run = queries.get(RecordId.of(id));
        ImportJson.Wishes wishes = ImportJson.changed(run, RequestBody.require(body));
        return json(imports.choose(run.id(), mapping(run.type(), wishes), wishes.options()));
    }

    /** The first rows with what will become of them. */
    @GET
    @Path("/{id}/preview")
    public String preview(@PathParam("id") String id) throws IOException {
        ImportRun run = queries.get(RecordId.of(id));
        return ImportJson.preview(run, previews.get(run.id()), problem -> words.sentence(run, problem))
                .toString();
    }

    /** Takes texts instead of cells of the file, by titles; null takes the cell of the file again. */
    @PATCH
    @Path("/{id}/rows/{row}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String correct(@PathParam("id") String id, @PathParam("row") int row, JsonObject body) {
        ImportRun run = queries.get(RecordId.of(id));
        Map<String, String> texts = ImportJson.texts(RequestBody.require(body), "");
        texts.keySet().stream()
                .filter(header -> !run.headers().contains(header))
                .forEach(header -> {
                    throw new InvalidInputException(List.of(new FieldProblem(header, "UNKNOWN_OPTION", header)));
                });
        texts.forEach(
                (header, text) -> imports.correct(run.id(), row, run.headers().indexOf(header), text));
        return json(queries.get(run.id()));
    }

    /** Puts a mapped import to work, to its end or, as a dry run, until it is checked; or a checked one to its end. */
    @POST
    @Path("/{id}/run")
    public String run(@PathParam("id") String id, @QueryParam("dryRun") boolean dryRun) {
        return json(imports.run(RecordId.of(id), dryRun));
    }

    @POST
    @Path("/{id}/stop")
    public String stop(@PathParam("id") String id) {
        return json(imports.stop(RecordId.of(id)));
    }

    @POST
    @Path("/{id}/resume")
    public String resume(@PathParam("id") String id) {
        return json(imports.resume(RecordId.of(id)));
    }

    @POST
    @Path("/{id}/undo")
    public String undo(@PathParam("id") String id) {
        return json(imports.undo(RecordId.of(id)));
    }

    /** Rows that stayed when the import was taken back, a page of them beyond a row. */
    @GET
    @Path("/{id}/left")
    public String left(@PathParam("id") String id, @QueryParam("after") @DefaultValue("0") String after) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        queries.left(RecordId.of(id), row(after), LEFT).forEach(left -> items.add(ImportJson.left(left)));
        return JSON.createObjectBuilder().add("items", items).build().toString();
    }

    @DELETE
    @Path("/{id}")
    public void discard(@PathParam("id") String id) {
        imports.discard(RecordId.of(id));
    }

    @GET
    @Path("/{id}/errors.xlsx")
    @Produces(XLSX)
    public Response errors(@PathParam("id") String id) {
        ImportRun run = queries.get(RecordId.of(id));
        StreamingOutput workbook = out -> errors.write(run.id(), out, problem -> words.sentence(run, problem));
        return Response.ok(workbook)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + run.id() + "-errors.xlsx\"")
                .build();
    }

    private String json(ImportRun run) {
        return ImportJson.run(run, queries.progress(run), words.failure(run)).toString();
    }

    private static int row(String after) {
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException noRow) {
            throw new CursorMismatchException();
        }
    }

    private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
        return parts == null
                ? Optional.empty()
                : parts.stream().filter(part -> name.equals(part.getName())).findFirst();
    }

    private static String text(List<EntityPart> parts, String name) throws IOException {
        Optional<EntityPart> part = part(parts, name);
        if (part.isEmpty()) {
            return null;
        }
        try (InputStream in = part.get().getContent()) {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }

    private static InvalidInputException missing(String field) {
        return new InvalidInputException(List.of(new FieldProblem(field, "REQUIRED")));
    }
}
