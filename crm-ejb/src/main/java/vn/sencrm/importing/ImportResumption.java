package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets an import go on where it was stopped, or failed by our own fault: for whom it belongs to, and for operators. */
@ApplicationScoped
class ImportResumption {

    @Inject
    ImportRunSql runs;

    @Inject
    Clock clock;

    /** The job that then works on it. */
    static String job(ImportRun run) {
        return run.phase() == ImportPhase.UNDO ? ImportUndos.JOB : ImportRuns.JOB;
    }

    /** False when there is nothing to go on with, or somebody was quicker. */
    boolean resume(ImportRun run) {
        boolean ours = run.state() == ImportState.FAILED && "INTERNAL".equals(run.errorCode());
        return run.phase() != null
                && (run.state() == ImportState.STOPPED || ours)
                && runs.begin(run.id(), run.state(), stateOf(run.phase()), run.phase(), run.dryRun(), clock.instant());
    }

    private static ImportState stateOf(ImportPhase phase) {
        return switch (phase) {
            case READ, DECIDE -> ImportState.CHECKING;
            case APPLY -> ImportState.RUNNING;
            case UNDO -> ImportState.UNDOING;
        };
    }
}
