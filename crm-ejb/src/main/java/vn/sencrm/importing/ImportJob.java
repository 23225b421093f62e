package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSource;

/** Imports among the jobs that an operator watches. */
@ApplicationScoped
class ImportJob implements JobSource {

    @Inject
    ImportRunSql runs;

    @Override
    public String jobName() {
        return ImportRuns.JOB;
    }

    @Override
    public Optional<JobRun> lastRun() {
        return runs.lastStarted().map(this::told);
    }

    private JobRun told(ImportRun run) {
        return new JobRun(
                run.id(),
                jobName(),
                state(run.state()),
                counts(run.counts()),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.errorCode(),
                run.errorDetail());
    }

    static JobRunState state(ImportState state) {
        return switch (state) {
            case UPLOADED, MAPPED -> JobRunState.WAITING;
            case CHECKING, RUNNING, UNDOING -> JobRunState.RUNNING;
            case CHECKED, DONE, DONE_WITH_ERRORS, UNDONE -> JobRunState.DONE;
            case STOPPED -> JobRunState.STOPPED;
            case FAILED -> JobRunState.FAILED;
        };
    }

    private static Map<String, Long> counts(ImportCounts counts) {
        Map<String, Long> told = new LinkedHashMap<>();
        told.put("read", counts.read());
        told.put("created", counts.created());
        told.put("updated", counts.updated());
        told.put("unchanged", counts.unchanged());
        told.put("skipped", counts.skipped());
        told.put("refused", counts.refused());
        return told;
    }
}
