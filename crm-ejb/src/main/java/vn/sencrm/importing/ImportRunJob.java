package vn.sencrm.importing;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Page;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSource;
import vn.sencrm.job.RunPages;

/** One run is told of by two jobs, that which imports and that which takes back; each answers for its own work alone. */
abstract class ImportRunJob implements JobSource {

    @Inject
    ImportRunSql runs;

    @Inject
    ImportResumption resumption;

    /** Those beyond a cursor (null for none) that the job has worked on, the last first. */
    abstract List<ImportRun> worked(Cursor after, int limit);

    abstract long countWorked();

    /** The cursor of one of {@link #worked}. */
    abstract Cursor place(ImportRun run);

    /** Whether the job has worked on the run. */
    abstract boolean hasWorkedOn(ImportRun run);

    abstract JobRunState state(ImportRun run);

    abstract Map<String, Long> counts(ImportRun run);

    @Override
    public Page<JobRun> page(String after, int size) {
        return RunPages.page(jobName(), after, size, countWorked(), this::worked, this::place)
                .map(this::told);
    }

    @Override
    public Optional<JobRun> find(long id) {
        return runs.find(id).filter(this::hasWorkedOn).map(this::told);
    }

    @Override
    public void requestStop(long id) {
        runs.find(id).filter(this::isAtIt).ifPresent(run -> runs.requestStop(id));
    }

    @Override
    public boolean restart(long id) {
        return runs.find(id).filter(this::isAtIt).filter(resumption::resume).isPresent();
    }

    /** Whether the run's present phase is the job's. */
    private boolean isAtIt(ImportRun run) {
        return run.phase() != null && ImportResumption.job(run).equals(jobName());
    }

    private JobRun told(ImportRun run) {
        return new JobRun(
                run.id(),
                jobName(),
                state(run),
                parameters(run),
                run.phase() == null || isAtIt(run) ? new JobRun.Progress(run.position(), run.total()) : null,
                counts(run),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.errorCode(),
                run.errorDetail());
    }

    private static Map<String, String> parameters(ImportRun run) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("file", run.fileName());
        told.put("type", run.type());
        return told;
    }

    static JobRunState state(ImportState state) {
        return switch (state) {
            // What waits for its user is not under way.
            case UPLOADED, MAPPED, STOPPED -> JobRunState.STOPPED;
            case CHECKING, RUNNING, UNDOING -> JobRunState.RUNNING;
            case CHECKED, DONE, DONE_WITH_ERRORS, UNDONE -> JobRunState.DONE;
            case FAILED -> JobRunState.FAILED;
        };
    }
}
