package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.web.importing.ImportTemplate;

/** Templates for imports, in the caller's language. */
@Path("/import-templates")
@RequestScoped
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportTemplatesResource {

    @Inject
    ImportQueries queries;

    @Inject
    ImportTemplate template;

    @GET
    @Path("/{type}.xlsx")
    public Response get(@PathParam("type") String type) {
        if (!queries.types().contains(type)) {
            throw new NotFoundException("import-template", type);
        }
        StreamingOutput workbook = out -> template.write(type, out);
        return Response.ok(workbook, ImportRunsResource.XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + type + ".xlsx\"")
                .build();
    }
}
