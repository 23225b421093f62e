package vn.sencrm.export;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.Internal;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.ReadAhead;
import vn.sencrm.common.filter.FilterException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Accounts;
import vn.sencrm.identity.Right;
import vn.sencrm.job.RunWorker;

/** Writes an export from its first row; the job {@code export-run} calls it. Memory does not grow with the rows. */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExportEngine {

    /** After so many rows it is told how far the file is, and looked whether it is still wanted. */
    private static final int ROWS_BETWEEN_NEWS = 5_000;

    /** So many pieces are read while one is written. */
    private static final int PIECES_AHEAD = 4;

    @Resource
    ManagedExecutorService executor;

    @Inject
    ExportRunSql runs;

    @Inject
    @Any
    Instance<LongList> lists;

    @Inject
    ExportSteps steps;

    @Inject
    RunWorker worker;

    @Inject
    Accounts accounts;

    /** Ends the writing of a run that somebody stopped. */
    private static final class Stopped extends CrmException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("STOPPED");
        }
    }

    /** Writes the file, if this server owns the run, by what its user may do and sees now. */
    public void run(long id) {
        worker.work(ExportRunSql.TABLE, id, () -> {
            ExportRun run = runs.find(id).filter(one -> one.state().isActive()).orElse(null);
            if (run != null) {
                perform(run);
            }
        });
    }

    private void perform(ExportRun run) throws IOException {
        LongList list = lists.stream()
                .filter(one -> one.name().equals(run.list()))
                .findFirst()
                .orElseThrow();
        Account user = accounts.byId(run.createdBy())
                .filter(account -> account.may(Right.CUSTOMER_EXPORT) && account.may(list.right()))
                .orElse(null);
        if (user == null) {
            worker.fail(ExportRunSql.TABLE, run.id(), "NO_RIGHT");
            return;
        }
        try (ScratchFile file = new ScratchFile()) {
            steps.begin(run.id(), list.count(run, user));
            long rows = write(run, list.rows(run, user), file);
            steps.finish(run, rows, file.in());
        } catch (Stopped stopped) {
            // It rests already.
        } catch (FilterException | InvalidInputException gone) {
            worker.fail(ExportRunSql.TABLE, run.id(), "FILTER_GONE");
        }
    }

    private long write(ExportRun run, ReadAhead.Source<List<String[]>> source, ScratchFile file) throws IOException {
        long rows = 0;
        try (OutputStream out = file.out();
                ExportWriter writer = ExportWriter.of(run.format(), out);
                ReadAhead<List<String[]>> ahead = ReadAhead.start(executor, PIECES_AHEAD, source)) {
            writer.row(run.columns().stream().map(ExportColumn::header).toArray(String[]::new));
            while (ahead.hasNext()) {
                for (String[] cells : ahead.next()) {
                    writer.row(cells);
                    if (++rows % ROWS_BETWEEN_NEWS == 0) {
                        news(run, rows);
                    }
                }
            }
        }
        return rows;
    }

    private void news(ExportRun run, long rows) {
        steps.advance(run.id(), rows);
        if (worker.stopped(ExportRunSql.TABLE, run.id())) {
            throw new Stopped();
        }
    }
}
