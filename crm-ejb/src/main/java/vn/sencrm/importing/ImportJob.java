package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        return "import-run";
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

    private static JobRunState state(ImportState state) {
        return switch (state) {
            case UPLOADED, MAPPED -> JobRunState.WAITING;
            case CHECKING, RUNNING, UNDOING -> JobRunState.RUNNING;
            case CHECKED, DONE, DONE_WITH_ERRORS, UNDONE -> JobRunState.DONE;
            case STOPPED -> JobRunState.STOPPED;
            case FAILED -> JobRunState.FAILED;
        };
    }

    private static Map<String, Long> counts(ImportCounts counts) {
        return Map.of(
                "read", counts.read(),
                "created", counts.created(),
                "updated", counts.updated(),
                "unchanged", counts.unchanged(),
                "skipped", counts.skipped(),
                "refused", counts.refused());
    }
}
