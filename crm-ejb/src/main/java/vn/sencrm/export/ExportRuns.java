package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Page;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSource;
import vn.sencrm.job.RunPages;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunTable;

/** Exports that wait for a server to write them, and their job among those that an operator watches. */
@ApplicationScoped
class ExportRuns implements RunSource, JobSource {

    static final String JOB = "export-run";

    @Inject
    ExportRunSql runs;

    @Inject
    ExportConfig config;

    @Override
    public String jobName() {
        return JOB;
    }

    @Override
    public RunTable table() {
        return ExportRunSql.TABLE;
    }

    @Override
    public int maxAttempts() {
        return config.maxAttempts();
    }

    @Override
    public Page<JobRun> page(String after, int size) {
        return RunPages.page(
                        JOB,
                        after,
                        size,
                        runs.count(0),
                        (position, limit) -> runs.newest(0, position, limit),
                        run -> RunPages.place(run.createdAt(), run.id()))
                .map(ExportRuns::told);
    }

    @Override
    public Optional<JobRun> find(long id) {
        return runs.find(id).map(ExportRuns::told);
    }

    @Override
    public void requestStop(long id) {
        runs.requestStop(id);
    }

    /** The file is begun anew. */
    @Override
    public boolean restart(long id) {
        return runs.restart(id);
    }

    private static JobRun told(ExportRun run) {
        return new JobRun(
                run.id(),
                JOB,
                JobRunState.valueOf(run.state().name()),
                Map.of("list", run.list(), "format", run.format().code()),
                new JobRun.Progress(run.position(), run.total()),
                Map.of("rows", run.position()),
                run.createdAt(),
                run.createdAt(),
                run.finishedAt(),
                run.errorCode(),
                run.errorDetail());
    }
}
