package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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

/**
 * Runs of jobs: watched, stopped and asked for anew. Imports, exports and bulk actions are numbered by themselves:
 * {@code job} says whose run it is, and is left out for jobs with a schedule.
 */
@Path("/job-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobRunsResource {

    @Inject
    JobQueries jobs;

    @Inject
    JobService service;

    @GET
    @RolesAllowed(Right.JOB_VIEW)
    public String list(@QueryParam("job") String job, @BeanParam ListParameters parameters) {
        parameters.inOrder("-createdAt");
        if (job != null && !job.isBlank()) {
            jobs.requireJob(job);
        }
        return JsonMembers.page(jobs.runs(job, parameters.after, parameters.size()), JobJson::run);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.JOB_VIEW)
    public String get(@PathParam("id") String id, @QueryParam("job") String job) {
        return JobJson.run(jobs.run(job, RecordId.of(id))).toString();
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed(Right.JOB_RUN)
    public String stop(@PathParam("id") String id, @QueryParam("job") String job) {
        return JobJson.run(service.stop(job, RecordId.of(id))).toString();
    }

    @POST
    @Path("/{id}/restart")
    @RolesAllowed(Right.JOB_RUN)
    public Response restart(@PathParam("id") String id, @QueryParam("job") String job) {
        return Response.accepted(
                        JobJson.run(service.restart(job, RecordId.of(id))).toString())
                .build();
    }
}
