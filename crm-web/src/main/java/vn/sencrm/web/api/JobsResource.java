package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.sencrm.identity.Right;
import vn.sencrm.job.JobQueries;

/** Jobs: what runs in the background, when it is due and how it last went. */
@Path("/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @Inject
    JobQueries jobs;

    @GET
    @RolesAllowed(Right.JOB_VIEW)
    public String list() {
        return JobJson.list(jobs.all());
    }
}
