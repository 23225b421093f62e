package vn.sencrm.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.job.Job;
import vn.sencrm.job.JobQueries;

/** The jobs and how each last went; read once per request. */
@Named
@RequestScoped
public class JobListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient JobQueries queries;

    private transient List<Job> jobs;

    public List<Job> getJobs() {
        if (jobs == null) {
            jobs = queries.all();
        }
        return jobs;
    }
}
