package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.sencrm.identity.Right;
import vn.sencrm.job.JobQueries;
import vn.sencrm.job.JobService;

/** Jobs: what runs in the background, when it is due and how it last went. */
@Path("/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @Inject
    JobQueries jobs;

    @Inject
    JobService service;

    @GET
    @RolesAllowed(Right.JOB_VIEW)
    public String list() {
        return JobJson.list(jobs.all(), jobs.watch());
    }

    /** Asks for a run now. */
    @POST
    @Path("/{name}/runs")
    @RolesAllowed(Right.JOB_RUN)
    public Response start(@PathParam("name") String name) {
        return Response.accepted(JobJson.run(service.start(name)).toString()).build();
    }

    /** In an emergency: no schedule starts anything on any server. */
    @POST
    @Path("/stop-schedules")
    @RolesAllowed(Right.JOB_RUN)
    public void stopSchedules() {
        service.stopSchedules();
    }

    @POST
    @Path("/start-schedules")
    @RolesAllowed(Right.JOB_RUN)
    public void startSchedules() {
        service.startSchedules();
    }

    @POST
    @Path("/{name}/enable")
    @RolesAllowed(Right.JOB_RUN)
    public void enable(@PathParam("name") String name) {
        service.schedule(name, true);
    }

    @POST
    @Path("/{name}/disable")
    @RolesAllowed(Right.JOB_RUN)
    public void disable(@PathParam("name") String name) {
        service.schedule(name, false);
    }
}
