package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Page;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSource;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunTable;

/** Bulk actions that wait for a server to work on them, and their job among those that an operator watches. */
@ApplicationScoped
class BulkRuns implements RunSource, JobSource {

    static final String JOB = "bulk-run";

    @Inject
    BulkRunSql runs;

    @Inject
    BulkConfig config;

    @Override
    public String jobName() {
        return JOB;
    }

    @Override
    public RunTable table() {
        return BulkRunSql.TABLE;
    }

    @Override
    public int maxAttempts() {
        return config.maxAttempts();
    }

    @Override
    public Page<JobRun> page(String after, int size) {
        return runs.page(0, JOB, after, size).map(BulkRuns::told);
    }

    @Override
    public Optional<JobRun> find(long id) {
        return runs.find(id).map(BulkRuns::told);
    }

    @Override
    public void requestStop(long id) {
        runs.requestStop(id);
    }

    @Override
    public boolean restart(long id) {
        return runs.find(id)
                .filter(run -> run.isResumable() && runs.resume(id, run.state()))
                .isPresent();
    }

    private static JobRun told(BulkRun run) {
        return new JobRun(
                run.id(),
                JOB,
                state(run.state()),
                Map.of("action", run.action()),
                new JobRun.Progress(run.counts().decided(), run.total()),
                counts(run.counts()),
                run.createdAt(),
                run.createdAt(),
                run.finishedAt(),
                run.errorCode(),
                run.errorDetail());
    }

    private static JobRunState state(BulkState state) {
        return switch (state) {
            case RUNNING -> JobRunState.RUNNING;
            case DONE, DONE_WITH_ERRORS -> JobRunState.DONE;
            case STOPPED -> JobRunState.STOPPED;
            case FAILED -> JobRunState.FAILED;
        };
    }

    private static Map<String, Long> counts(BulkCounts counts) {
        Map<String, Long> told = new LinkedHashMap<>();
        told.put("done", counts.done());
        told.put("unchanged", counts.unchanged());
        told.put("skipped", counts.skipped());
        told.put("refused", counts.refused());
        return told;
    }
}
