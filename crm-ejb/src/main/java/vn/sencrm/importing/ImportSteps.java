package vn.sencrm.importing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.sencrm.common.Database;
import vn.sencrm.common.Internal;
import vn.sencrm.identity.Account;
import vn.sencrm.job.NotOurRunException;
import vn.sencrm.job.RunWorker;

/**
 * The steps of a run's work, each one transaction that ends with the run's new position, fenced by its owner: all of it
 * happens or nothing.
 */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportSteps {

    /** More than that in one transaction would keep the database from everybody else for minutes. */
    private static final long STEP_BYTES = 32 << 20;

    @Inject
    Database database;

    @Inject
    ImportRunSql runs;

    @Inject
    RunWorker worker;

    @Inject
    Clock clock;

    /**
     * Stages rows from the batches until {@code limit} are in, or as much text as a transaction should hold.
     *
     * @param staged rows of the file that are staged already
     * @return how many were staged now
     */
    public int stage(ImportRun run, String owner, Iterator<StagedRows> batches, long staged, int limit) {
        return database.with(connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(StagedRows.COPY);
            int rows = 0;
            int last = 0;
            long size = 0;
            try {
                while (rows < limit && size < STEP_BYTES && batches.hasNext()) {
                    StagedRows batch = batches.next();
                    byte[] bytes = batch.bytes();
                    copy.writeToCopy(bytes, 0, bytes.length);
                    size += bytes.length;
                    rows += batch.rows();
                    last = batch.last();
                }
                copy.endCopy();
            } finally {
                cancel(copy);
            }
            require(rows == 0 || runs.advance(run.id(), owner, last, staged + rows, clock.instant()), run);
            return rows;
        });
    }

    private static void cancel(CopyIn copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Ends the reading: every row is staged. */
    public void endReading(ImportRun run, String owner, long rows) {
        require(runs.noteTotal(run.id(), owner, rows), run);
        require(runs.enter(run.id(), owner, ImportState.CHECKING, ImportPhase.DECIDE, clock.instant()), run);
    }

    /** Forgets the verdicts of whoever looked for them before. */
    public void beginDeciding(ImportRun run) {
        runs.deleteVerdicts(run.id());
        require(worker.beat(ImportRunSql.TABLE, run.id()), run);
    }

    /** Does a part of finding verdicts for some rows. */
    public void decide(ImportRun run, DecisionPart part, RowRange rows) {
        part.work().accept(rows);
        require(worker.beat(ImportRunSql.TABLE, run.id()), run);
    }

    /** When all have their verdicts; a dry run then rests. */
    public void endDeciding(ImportRun run, String owner) {
        require(runs.count(run.id(), owner), run);
        runs.deleteMatches(run.id());
        ImportState next = run.dryRun() ? ImportState.CHECKED : ImportState.RUNNING;
        require(runs.enter(run.id(), owner, next, ImportPhase.APPLY, clock.instant()), run);
        if (run.dryRun()) {
            require(runs.rest(run.id(), owner, next, clock.instant()), run);
        }
    }

    public void prepare(ImportRun run, String owner, ImportTarget target, Account user) {
        target.prepare(run, user);
        require(worker.beat(ImportRunSql.TABLE, run.id()), run);
    }

    /** Applies one step of rows. */
    public void apply(ImportRun run, String owner, ImportTarget target, Account user, RowRange rows) {
        runs.insertStep(run.id(), rows);
        target.apply(run, user, rows.after(), rows.upTo());
        require(runs.advanceBy(run.id(), owner, rows.rows(), clock.instant()), run);
    }

    /** Counts once more (rows may have become stale) and ends the run. */
    public void finish(ImportRun run, String owner) {
        require(runs.count(run.id(), owner), run);
        require(runs.finish(run.id(), owner, clock.instant()), run);
    }

    /** Counts the rows of this attempt from the first. */
    public void beginUndo(ImportRun run, String owner, ImportTarget target) {
        target.beginUndo(run);
        require(runs.advance(run.id(), owner, 0, 0, clock.instant()), run);
    }

    /** Goes before {@link #undo} and commits by itself: what all steps wait for is not held while rows are changed. */
    public void prepareUndo(ImportRun run, String owner, ImportTarget target, RowRange rows) {
        target.prepareUndo(run, rows.after(), rows.upTo());
        require(runs.advanceBy(run.id(), owner, 0, clock.instant()), run);
    }

    /** Takes back one step of rows. */
    public void undo(ImportRun run, String owner, ImportTarget target, RowRange rows) {
        target.undo(run, rows.after(), rows.upTo());
        require(runs.advanceBy(run.id(), owner, rows.rows(), clock.instant()), run);
    }

    /** For each step when all are done. */
    public void settleUndo(ImportRun run, String owner, ImportTarget target, RowRange rows) {
        target.settleUndo(run, rows.after(), rows.upTo());
        require(runs.advanceBy(run.id(), owner, 0, clock.instant()), run);
    }

    public void endUndo(ImportRun run, String owner, ImportTarget target) {
        target.endUndo(run);
        require(runs.endUndo(run.id(), owner, clock.instant()), run);
    }

    private static void require(boolean stillOwner, ImportRun run) {
        NotOurRunException.unless(stillOwner, run.id());
    }
}
