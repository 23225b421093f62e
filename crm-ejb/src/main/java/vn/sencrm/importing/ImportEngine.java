package vn.sencrm.importing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import vn.sencrm.common.Internal;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Accounts;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.SheetRow;
import vn.sencrm.importing.sheet.UnreadableFileException;
import vn.sencrm.job.NodeId;
import vn.sencrm.job.RunTable;
import vn.sencrm.job.RunWorker;

/**
 * Works on runs, phase by phase; the job {@code import-run} calls one method per phase, each of which does nothing when
 * the run is elsewhere. Where it stands is in {@code import_run} alone: whoever claims the run goes on from there.
 */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportEngine {

    private static final int READ_STEP_ROWS = 10_000;

    private static final int APPLY_STEP_ROWS = 10_000;

    @Resource
    ManagedExecutorService executor;

    @Inject
    ImportRunSql runs;

    @Inject
    ImportSteps steps;

    @Inject
    ImportTargets targets;

    @Inject
    ImportConfig config;

    @Inject
    ImportFile file;

    @Inject
    Accounts accounts;

    @Inject
    RunWorker worker;

    @Inject
    NodeId node;

    /** A piece of work on a run that this server owns. */
    @FunctionalInterface
    private interface Work {
        void on(ImportRun run, Account user) throws Exception;
    }

    /** First phase: every row of the file is checked and staged. */
    public void read(long id) {
        work(id, ImportPhase.READ, this::readFile);
    }

    /** Second phase: every row gets its verdict. A dry run ends here. */
    public void decide(long id) {
        work(id, ImportPhase.DECIDE, (run, user) -> steps.decide(run, node.get(), targets.get(run.type()), user));
    }

    /** Last phase: verdicts become changes. */
    public void apply(long id) {
        work(id, ImportPhase.APPLY, this::applyRows);
    }

    /** Takes a run back, step by step. */
    public void undo(long id) {
        work(id, ImportPhase.UNDO, (run, user) -> undoRows(run));
    }

    // ---- reading

    private void readFile(ImportRun run, Account user) throws IOException {
        try (SheetReader reader = file.open(run)) {
            stageRows(run, reader);
        }
    }

    private void stageRows(ImportRun run, SheetReader reader) {
        long staged = 0;
        SheetRow first = reader.next();
        // Rows that an earlier worker staged are passed over.
        while (first != null && first.number() <= run.position()) {
            staged++;
            first = reader.next();
        }
        try (RowFeed feed = new RowFeed(run, reader, targets.get(run.type()).checker(run)).start(executor, first)) {
            int rows;
            do {
                rows = steps.stage(run, node.get(), feed, staged, READ_STEP_ROWS);
                staged += rows;
                if (stopped(run)) {
                    return;
                }
            } while (rows >= READ_STEP_ROWS);
        }
        if (staged == 0) {
            throw new UnreadableFileException(UnreadableFileException.NO_ROWS);
        }
        steps.endReading(run, node.get(), staged);
    }

    // ---- applying

    private void applyRows(ImportRun run, Account user) throws Exception {
        ImportTarget target = targets.get(run.type());
        steps.prepare(run, node.get(), target, user);
        ConcurrentLinkedQueue<RowRange> open = openSteps(run);
        List<Future<Boolean>> lanes = new ArrayList<>();
        for (int lane = 1; lane < config.lanes(); lane++) {
            lanes.add(executor.submit((Callable<Boolean>) () -> applySteps(run, user, target, open)));
        }
        boolean complete;
        try {
            complete = applySteps(run, user, target, open);
        } finally {
            open.clear();
        }
        for (Future<Boolean> lane : lanes) {
            complete &= resultOf(lane);
        }
        if (complete) {
            steps.finish(run, node.get());
        } else {
            stopped(run);
        }
    }

    private ConcurrentLinkedQueue<RowRange> openSteps(ImportRun run) {
        return new ConcurrentLinkedQueue<>(
                RowRange.remaining(runs.lastRow(run.id()), runs.steps(run.id()), APPLY_STEP_ROWS));
    }

    /** Takes steps from the queue until it is empty; false when a stop was asked for before. */
    private boolean applySteps(ImportRun run, Account user, ImportTarget target, ConcurrentLinkedQueue<RowRange> open) {
        try {
            for (RowRange rows = open.poll(); rows != null; rows = open.poll()) {
                if (worker.isStopRequested(ImportRunSql.TABLE, run.id())) {
                    open.clear();
                    return false;
                }
                steps.apply(run, node.get(), target, user, rows);
            }
            return true;
        } catch (RuntimeException e) {
            open.clear();
            throw e;
        }
    }

    private static boolean resultOf(Future<Boolean> lane) throws Exception {
        try {
            return lane.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    // ---- taking back

    private void undoRows(ImportRun run) {
        ImportTarget target = targets.get(run.type());
        int last = runs.lastRow(run.id());
        for (int after = (int) run.position(); after < last; after += APPLY_STEP_ROWS) {
            if (stopped(run)) {
                return;
            }
            steps.undo(run, node.get(), target, new RowRange(after, Math.min(after + APPLY_STEP_ROWS, last)));
        }
        steps.endUndo(run, node.get());
    }

    // ---- around every phase

    private void work(long id, ImportPhase phase, Work work) {
        ImportRun run = runs.find(id).orElse(null);
        if (run != null && run.phase() == phase && run.state().isActive()) {
            worker.work(table(run), id, () -> work(run, work));
        }
    }

    private void work(ImportRun run, Work work) throws Exception {
        try {
            // Whoever imported may have left; taking back asks nothing of them.
            Account user = run.phase() == ImportPhase.UNDO
                    ? null
                    : accounts.byId(run.createdBy()).orElseThrow(() -> new ImportRefusedException("NO_RIGHT"));
            if (!stopped(run)) {
                work.on(run, user);
            }
        } catch (UnreadableFileException | ImportRefusedException e) {
            worker.fail(table(run), run.id(), e.code());
        }
    }

    /** Rests the run if its user asked for it. */
    private boolean stopped(ImportRun run) {
        return worker.stopped(table(run), run.id());
    }

    private static RunTable table(ImportRun run) {
        return run.phase() == ImportPhase.UNDO ? ImportRunSql.UNDO_TABLE : ImportRunSql.TABLE;
    }
}
