package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.audit.AuditQueries;

/** All changes of all records, searched, newest first (AUD-1). */
@Path("/audit-entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Right.AUDIT_VIEW)
public class AuditEntriesResource {

    @Inject
    AuditQueries queries;

    @Inject
    CurrentUser currentUser;

    @GET
    public String list(@BeanParam AuditParameters asked, @BeanParam ListParameters parameters) {
        return HistoryJson.found(queries.page(asked.search(), parameters.after, parameters.size()), currentUser.id());
    }
}
