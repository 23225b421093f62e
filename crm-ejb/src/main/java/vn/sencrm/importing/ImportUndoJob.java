package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.Cursor;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.RunPages;

/** Imports being taken back, among the jobs that an operator watches. */
@ApplicationScoped
class ImportUndoJob extends ImportRunJob {

    @Override
    public String jobName() {
        return ImportUndos.JOB;
    }

    @Override
    List<ImportRun> worked(Cursor after, int limit) {
        return runs.lastTakenBack(after, limit);
    }

    @Override
    long countWorked() {
        return runs.countTakenBack();
    }

    @Override
    Cursor place(ImportRun run) {
        return RunPages.place(run.finishedAt() == null ? ImportRunSql.UNFINISHED : run.finishedAt(), run.id());
    }

    @Override
    boolean hasWorkedOn(ImportRun run) {
        return run.phase() == ImportPhase.UNDO || run.state() == ImportState.UNDONE;
    }

    @Override
    JobRunState state(ImportRun run) {
        return state(run.state());
    }

    @Override
    Map<String, Long> counts(ImportRun run) {
        Map<String, Long> told = new LinkedHashMap<>();
        told.put("undone", run.undone());
        told.put("left", run.left());
        return told;
    }
}
