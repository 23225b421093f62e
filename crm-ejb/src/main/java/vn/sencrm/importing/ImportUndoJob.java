package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobSource;

/** Imports being taken back, among the jobs that an operator watches. */
@ApplicationScoped
class ImportUndoJob implements JobSource {

    @Inject
    ImportRunSql runs;

    @Inject
    ImportResumption resumption;

    @Override
    public String jobName() {
        return ImportUndos.JOB;
    }

    @Override
    public List<JobRun> newest(int limit) {
        return runs.lastTakenBack(limit).stream().map(this::told).toList();
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
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("undone", run.undone());
        counts.put("left", run.left());
        return new JobRun(
                run.id(),
                jobName(),
                ImportJob.state(run.state()),
                ImportJob.parameters(run),
                new JobRun.Progress(run.position(), run.total()),
                counts,
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.errorCode(),
                run.errorDetail());
    }
}
