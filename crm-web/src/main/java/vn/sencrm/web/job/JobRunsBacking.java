package vn.sencrm.web.job;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.sencrm.common.Page;
import vn.sencrm.identity.Right;
import vn.sencrm.job.JobQueries;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobService;
import vn.sencrm.web.shell.Notices;

/** The newest runs of one job: what each did, why it failed; an operator stops those under way and restarts others. */
@Named
@RequestScoped
public class JobRunsBacking extends RunList<JobRun> {

    private static final long serialVersionUID = 1L;

    @Inject
    transient JobQueries queries;

    @Inject
    transient JobService service;

    @Inject
    transient Notices notices;

    private String job;

    /** In the address, and in a hidden field of the form. */
    @PostConstruct
    void readAddress() {
        job = external.getRequestParameterMap().getOrDefault("job", "");
    }

    @Override
    protected Page<JobRun> read(String after, int size) {
        queries.requireJob(job);
        return queries.runs(job, after, size);
    }

    @Override
    protected String address() {
        return "runs.xhtml?job=" + job + "&";
    }

    public List<JobRun> getRuns() {
        return getPage().items();
    }

    public String getJob() {
        return job;
    }

    public boolean isOperator() {
        return external.isUserInRole(Right.JOB_RUN);
    }

    /** What was stopped or failed; whether there is anything to go on with, the job knows. */
    public boolean isRestartable(JobRun run) {
        return run.state() == JobRunState.STOPPED || run.state() == JobRunState.FAILED;
    }

    public String stop(JobRun run) {
        service.stop(job, run.id());
        return said("job_list.message.stopping");
    }

    public String restart(JobRun run) {
        service.restart(job, run.id());
        return said("job_list.message.asked");
    }

    private String said(String message) {
        notices.success(message);
        return "/job/runs.xhtml?faces-redirect=true&job=" + job;
    }
}
