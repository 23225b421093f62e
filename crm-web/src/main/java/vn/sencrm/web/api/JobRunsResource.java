package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.sencrm.identity.Right;
import vn.sencrm.job.JobQueries;
import vn.sencrm.job.JobService;

/** Runs of jobs with a schedule: watched, stopped and asked for anew. */
@Path("/job-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobRunsResource {

    private static final int LIST = 50;

    @Inject
    JobQueries jobs;

    @Inject
    JobService service;

    @GET
    @RolesAllowed(Right.JOB_VIEW)
    public String list(@QueryParam("job") String job) {
        return JobJson.runs(jobs.runs(job, LIST), LIST);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.JOB_VIEW)
    public String get(@PathParam("id") String id) {
        return JobJson.run(jobs.run(RecordId.of(id))).toString();
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed(Right.JOB_RUN)
    public String stop(@PathParam("id") String id) {
        return JobJson.run(service.stop(RecordId.of(id))).toString();
    }

    @POST
    @Path("/{id}/restart")
    @RolesAllowed(Right.JOB_RUN)
    public Response restart(@PathParam("id") String id) {
        return Response.accepted(JobJson.run(service.restart(RecordId.of(id))).toString())
                .build();
    }
}
