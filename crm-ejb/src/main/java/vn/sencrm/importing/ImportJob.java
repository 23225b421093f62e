package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
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

    @Inject
    ImportResumption resumption;

    @Override
    public String jobName() {
        return ImportRuns.JOB;
    }

    @Override
    public List<JobRun> newest(int limit) {
        return runs.lastStarted(limit).stream().map(this::told).toList();
    }

    @Override
    public Optional<JobRun> find(long id) {
        return runs.find(id).map(this::told);
    }

    @Override
    public void requestStop(long id) {
        runs.requestStop(id);
    }

    @Override
    public boolean restart(long id) {
        return runs.find(id).filter(resumption::resume).isPresent();
    }

    private JobRun told(ImportRun run) {
        return new JobRun(
                run.id(),
                jobName(),
                state(run.state()),
                parameters(run),
                new JobRun.Progress(run.position(), run.total()),
                counts(run.counts()),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.errorCode(),
                run.errorDetail());
    }

    static Map<String, String> parameters(ImportRun run) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("file", run.fileName());
        told.put("type", run.type());
        return told;
    }

    static JobRunState state(ImportState state) {
        return switch (state) {
            // What waits for its user is not under way.
            case UPLOADED, MAPPED -> JobRunState.STOPPED;
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
