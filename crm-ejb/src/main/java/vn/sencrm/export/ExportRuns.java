package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSource;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunWorker;

/** Exports that wait for a server to write them, and their job among those that an operator watches. */
@ApplicationScoped
class ExportRuns implements RunSource, JobSource {

    static final String JOB = "export-run";

    @Inject
    RunWorker worker;

    @Inject
    ExportRunSql runs;

    @Inject
    ExportConfig config;

    @Override
    public String jobName() {
        return JOB;
    }

    @Override
    public List<Long> waiting() {
        return worker.waiting(ExportRunSql.TABLE);
    }

    @Override
    public boolean claim(long id) {
        return worker.claim(ExportRunSql.TABLE, id, config.maxAttempts());
    }

    @Override
    public void release(long id) {
        worker.release(ExportRunSql.TABLE, id);
    }

    @Override
    public Optional<JobRun> lastRun() {
        return runs.last()
                .map(run -> new JobRun(
                        run.id(),
                        JOB,
                        JobRunState.valueOf(run.state().name()),
                        Map.of("rows", run.position()),
                        run.createdAt(),
                        run.createdAt(),
                        run.finishedAt(),
                        run.errorCode(),
                        run.errorDetail()));
    }
}
