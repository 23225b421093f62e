package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import vn.sencrm.common.RequestId;

/** Which request put a run to work last: kept in the run's row, so that its log lines carry the request's id on any server. */
@ApplicationScoped
public class RunOrigins {

    /** Of jobs with a schedule. */
    static final String JOB_RUNS = "job_run";

    @Inject
    RunOriginSql sql;

    @Inject
    @Any
    Instance<RunSource> sources;

    /** In the transaction that asks. */
    void onAsked(@Observes RunAsked asked) {
        String request = RequestId.current();
        if (request != null) {
            sql.remember(table(asked.jobName()), asked.runId(), request);
        }
    }

    private String table(String jobName) {
        return sources.stream()
                .filter(source -> source.jobName().equals(jobName))
                .map(source -> source.table().name())
                .findFirst()
                .orElse(JOB_RUNS);
    }

    /** Work on a run of a job with a schedule. */
    public RequestId.Scope under(long run) {
        return under(JOB_RUNS, run);
    }

    /** Work on a run of a feature's own table. */
    public RequestId.Scope under(RunTable table, long run) {
        return under(table.name(), run);
    }

    private RequestId.Scope under(String table, long run) {
        return RequestId.open(sql.request(table, run));
    }
}
