package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobSource;

/** Imports being taken back, among the jobs that an operator watches. */
@ApplicationScoped
class ImportUndoJob implements JobSource {

    @Inject
    ImportRunSql runs;

    @Override
    public String jobName() {
        return ImportUndos.JOB;
    }

    @Override
    public Optional<JobRun> lastRun() {
        return runs.lastTakenBack().map(this::told);
    }

    private JobRun told(ImportRun run) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("undone", run.undone());
        counts.put("left", run.left());
        return new JobRun(
                run.id(),
                jobName(),
                ImportJob.state(run.state()),
                counts,
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.errorCode(),
                run.errorDetail());
    }
}
