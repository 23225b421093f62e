package vn.sencrm.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.identity.Right;
import vn.sencrm.job.Job;
import vn.sencrm.job.JobQueries;
import vn.sencrm.job.JobService;
import vn.sencrm.web.shell.Notices;

/** The jobs and how each last went; read once per request. */
@Named
@RequestScoped
public class JobListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient JobQueries queries;

    @Inject
    transient JobService service;

    @Inject
    transient ExternalContext external;

    @Inject
    transient Notices notices;

    private transient List<Job> jobs;

    public List<Job> getJobs() {
        if (jobs == null) {
            jobs = queries.all();
        }
        return jobs;
    }

    /** Whether the user may start, stop and switch. */
    public boolean isOperator() {
        return external.isUserInRole(Right.JOB_RUN);
    }

    public boolean isUnderWay(Job job) {
        return job.lastRun() != null && job.lastRun().state().isUnderWay();
    }

    // ---- what the operator does

    public String start(String name) {
        service.start(name);
        return said("job_list.message.asked");
    }

    public String stop(Job job) {
        service.stop(job.name(), job.lastRun().id());
        return said("job_list.message.stopping");
    }

    public String schedule(String name, boolean enabled) {
        service.schedule(name, enabled);
        return said(enabled ? "job_list.message.on" : "job_list.message.off");
    }

    public String stopSchedules() {
        service.stopSchedules();
        return said("job_list.message.all_stopped");
    }

    public String startSchedules() {
        service.startSchedules();
        return said("job_list.message.all_started");
    }

    private String said(String message) {
        notices.success(message);
        return "/job/list.xhtml?faces-redirect=true";
    }
}
