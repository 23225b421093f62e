package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.RequestId;

/**
 * How this server works on the runs of a {@link RunTable}: it claims one, beats while it works, and gives it back when
 * something breaks, to be taken up again soon, here or elsewhere. Called outside of transactions.
 */
@ApplicationScoped
public class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class.getName());

    @Inject
    RunOwnerSql sql;

    @Inject
    Heartbeats heartbeats;

    @Inject
    NodeId node;

    @Inject
    RunOrigins origins;

    @Inject
    Clock clock;

    /** A piece of work on a run that this server owns. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** The runs that wait for somebody to work on them. */
    public List<Long> waiting(RunTable table) {
        return sql.claimable(table, clock.instant());
    }

    /**
     * Makes this server the run's owner; false when another one is, or there is nothing to do. A run that was taken up
     * more than {@code maxAttempts} times without getting further fails.
     */
    public boolean claim(RunTable table, long id, int maxAttempts) {
        Optional<String> before = sql.claim(table, id, node.get(), clock.instant());
        if (before.isEmpty()) {
            return false;
        }
        if (!before.get().isEmpty()) {
            LOG.log(Level.WARNING, "Run {1} of {0} is taken over from {2}", new Object[] {
                table.name(), Long.toString(id), before.get()
            });
            sql.endSessions(before.get());
        }
        if (sql.attempts(table, id) > maxAttempts) {
            sql.fail(table, id, node.get(), "INTERNAL", sql.errorDetail(table, id), clock.instant());
            return false;
        }
        return true;
    }

    /** Gives back a claimed run for which no job could be begun. */
    public void release(RunTable table, long id) {
        sql.giveBack(table, id, node.get(), "", clock.instant());
    }

    /** Tells that this server still works on the run; false when it no longer owns it. */
    public boolean beat(RunTable table, long id) {
        return sql.beat(table, id, node.get(), clock.instant());
    }

    /** Ends a run for good, with the code of the reason. */
    public void fail(RunTable table, long id, String code) {
        sql.fail(table, id, node.get(), code, null, clock.instant());
    }

    /** Whether somebody asked the run to stop. */
    public boolean isStopRequested(RunTable table, long id) {
        return sql.isStopRequested(table, id);
    }

    /** Rests at STOPPED if somebody asked for it. */
    public boolean stopped(RunTable table, long id) {
        return isStopRequested(table, id) && sql.rest(table, id, node.get(), "STOPPED", clock.instant());
    }

    /**
     * Does the work, if this server owns the run.
     *
     * @throws RunInterruptedException when something broke; the run keeps its position
     */
    public void work(RunTable table, long id, Work work) {
        if (!beat(table, id)) {
            return;
        }
        try (RequestId.Scope origin = origins.under(table, id)) {
            beatAndWork(table, id, work);
        }
    }

    private void beatAndWork(RunTable table, long id, Work work) {
        try (Heartbeats.Beating beating = heartbeats.start(() -> beat(table, id))) {
            work.run();
        } catch (NotOurRunException e) {
            LOG.log(Level.WARNING, "Run {1} of {0} was taken over by another server", told(table, id));
        } catch (Exception e) {
            throw giveBack(table, id, e);
        }
    }

    private RunInterruptedException giveBack(RunTable table, long id, Exception e) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, "Run " + id + " of " + table.name() + " was interrupted, reference " + reference, e);
        try {
            sql.giveBack(table, id, node.get(), reference, clock.instant());
        } catch (CrmException databaseAway) {
            LOG.log(Level.WARNING, "Run {1} of {0} keeps its owner until its heartbeat is too old", told(table, id));
        }
        return new RunInterruptedException(e, id);
    }

    private static Object[] told(RunTable table, long id) {
        return new Object[] {table.name(), Long.toString(id)};
    }
}
