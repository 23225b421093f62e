package vn.sencrm.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import vn.sencrm.identity.Right;
import vn.sencrm.job.JobQueries;
import vn.sencrm.job.JobWatch;

/** The banner of what the schedules missed, for those who watch jobs; read once per request. */
@Named
@RequestScoped
public class JobWatchBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient JobQueries queries;

    @Inject
    transient ExternalContext external;

    private transient JobWatch watch;

    public boolean isAllowed() {
        return external.isUserInRole(Right.JOB_VIEW);
    }

    public JobWatch getWatch() {
        if (watch == null) {
            watch = queries.watch();
        }
        return watch;
    }
}
