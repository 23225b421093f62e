package vn.sencrm.web.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import vn.sencrm.identity.Right;
import vn.sencrm.job.Job;
import vn.sencrm.job.JobQueries;
import vn.sencrm.system.SystemOverview;
import vn.sencrm.system.SystemQueries;
import vn.sencrm.system.Version;

/** How the installation is; read once per request. */
@Named
@RequestScoped
public class SystemBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** So many schedules are told, those that are due first. */
    private static final int SOON = 5;

    @Inject
    transient SystemQueries queries;

    @Inject
    transient JobQueries jobs;

    @Inject
    transient ExternalContext external;

    private transient SystemOverview overview;
    private transient List<Job> dueSoon;

    public SystemOverview getOverview() {
        if (overview == null) {
            overview = queries.overview();
        }
        return overview;
    }

    /** Of this server. */
    public String getVersion() {
        return Version.number();
    }

    /** Connections of this server, in use of how many; null where the server does not count them. */
    public PoolFigures.Pool getPool() {
        return PoolFigures.pool().orElse(null);
    }

    /** What is due next, for those who may see jobs. */
    public List<Job> getDueSoon() {
        if (dueSoon == null) {
            dueSoon = external.isUserInRole(Right.JOB_VIEW) ? firstDue() : List.of();
        }
        return dueSoon;
    }

    private List<Job> firstDue() {
        return jobs.all().stream()
                .filter(SystemBacking::isDue)
                .sorted(Comparator.comparing(job -> job.schedule().nextDue()))
                .limit(SOON)
                .toList();
    }

    private static boolean isDue(Job job) {
        return job.schedule() != null
                && job.schedule().enabled()
                && job.schedule().nextDue() != null;
    }
}
