package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.Cursor;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.RunPages;

/** Imports among the jobs that an operator watches. */
@ApplicationScoped
class ImportJob extends ImportRunJob {

    @Override
    public String jobName() {
        return ImportRuns.JOB;
    }

    @Override
    List<ImportRun> worked(Cursor after, int limit) {
        return runs.lastStarted(after, limit);
    }

    @Override
    long countWorked() {
        return runs.countStarted();
    }

    @Override
    Cursor place(ImportRun run) {
        return RunPages.place(run.startedAt(), run.id());
    }

    @Override
    boolean hasWorkedOn(ImportRun run) {
        return run.startedAt() != null;
    }

    /** One that is being taken back had come to its end before. */
    @Override
    JobRunState state(ImportRun run) {
        return run.phase() == ImportPhase.UNDO ? JobRunState.DONE : state(run.state());
    }

    @Override
    Map<String, Long> counts(ImportRun run) {
        ImportCounts counts = run.counts();
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
