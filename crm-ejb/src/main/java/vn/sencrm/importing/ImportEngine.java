package vn.sencrm.importing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import vn.sencrm.common.Internal;
import vn.sencrm.common.ReadAhead;
import vn.sencrm.common.RequestId;
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

    /** Rows of one transaction, in every phase. */
    private static final int STEP_ROWS = 10_000;

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedThreadFactory threads;

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
        work(id, ImportPhase.DECIDE, this::decideRows);
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
        try (SheetReader reader = new RowsAhead(task -> threads.newThread(task).start(), file.open(run))) {
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
        RowFeed rows = new RowFeed(run, reader, first, targets.get(run.type()).checker(run));
        try (ReadAhead<StagedRows> feed = ReadAhead.start(executor, RowFeed.BATCHES_AHEAD, rows)) {
            while (feed.hasNext()) {
                staged += steps.stage(run, node.get(), feed, staged, STEP_ROWS);
                if (stopped(run)) {
                    return;
                }
            }
        }
        if (staged == 0) {
            throw new UnreadableFileException(UnreadableFileException.NO_ROWS);
        }
        steps.endReading(run, node.get(), staged);
    }

    // ---- deciding

    private void decideRows(ImportRun run, Account user) throws Exception {
        steps.beginDeciding(run);
        List<RowRange> some = RowRange.remaining(runs.lastRow(run.id()), List.of(), STEP_ROWS);
        for (DecisionPart part : targets.get(run.type()).deciding(run, user)) {
            List<RowRange> open = part.whole() ? List.of(RowRange.ALL) : some;
            if (!inLanes(run, open, rows -> steps.decide(run, part, rows))) {
                stopped(run);
                return;
            }
        }
        steps.endDeciding(run, node.get());
    }

    // ---- applying

    private void applyRows(ImportRun run, Account user) throws Exception {
        ImportTarget target = targets.get(run.type());
        steps.prepare(run, node.get(), target, user);
        List<RowRange> open = RowRange.remaining(runs.lastRow(run.id()), runs.steps(run.id()), STEP_ROWS);
        if (inLanes(run, open, rows -> steps.apply(run, node.get(), target, user, rows))) {
            steps.finish(run, node.get());
        } else {
            stopped(run);
        }
    }

    /** Does steps side by side, each in a transaction of its own; false when a stop was asked for before the last. */
    private boolean inLanes(ImportRun run, List<RowRange> steps, Consumer<RowRange> step) throws Exception {
        Queue<RowRange> open = new ConcurrentLinkedQueue<>(steps);
        List<Future<Boolean>> lanes = new ArrayList<>();
        String request = RequestId.current();
        for (int lane = 1; lane < config.lanes(); lane++) {
            lanes.add(executor.submit((Callable<Boolean>) () -> {
                try (RequestId.Scope origin = RequestId.open(request)) {
                    return inLane(run, open, step);
                }
            }));
        }
        boolean complete;
        try {
            complete = inLane(run, open, step);
        } finally {
            open.clear();
        }
        for (Future<Boolean> lane : lanes) {
            complete &= resultOf(lane);
        }
        return complete;
    }

    /** Takes steps from the queue until it is empty; false when a stop was asked for before. */
    private boolean inLane(ImportRun run, Queue<RowRange> open, Consumer<RowRange> step) {
        try {
            for (RowRange rows = open.poll(); rows != null; rows = open.poll()) {
                if (worker.isStopRequested(table(run), run.id())) {
                    open.clear();
                    return false;
                }
                step.accept(rows);
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

    /** From the first row, however far somebody came before: rows that are taken back know it. */
    private void undoRows(ImportRun run) throws Exception {
        ImportTarget target = targets.get(run.type());
        steps.beginUndo(run, node.get(), target);
        List<RowRange> all = RowRange.remaining(runs.lastRow(run.id()), List.of(), STEP_ROWS);
        boolean complete = inLanes(run, all, rows -> {
            steps.prepareUndo(run, node.get(), target, rows);
            steps.undo(run, node.get(), target, rows);
        });
        all.forEach(rows -> steps.settleUndo(run, node.get(), target, rows));
        if (complete) {
            steps.endUndo(run, node.get(), target);
        } else {
            stopped(run);
        }
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
