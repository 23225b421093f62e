package vn.sencrm.job;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.common.Internal;
import vn.sencrm.common.RequestId;

/**
 * The life of a run: asked for, claimed by one server, worked on in steps, ended. A run whose server died is claimed
 * again by any other and begins anew, so its steps must be harmless to repeat.
 */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRuns {

    /** The run's server died as often as is allowed. */
    static final String INTERRUPTED = "INTERRUPTED";

    /** Whatever went wrong inside; the detail says what. */
    static final String FAILED = "JOB_FAILED";

    private static final Logger LOG = Logger.getLogger(JobRuns.class.getName());
    private static final int MAX_DETAIL = 2000;

    @Inject
    JobSql sql;

    @Inject
    JobConfig config;

    @Inject
    NodeId node;

    @Inject
    RunOrigins origins;

    @Inject
    Heartbeats heartbeats;

    @Inject
    Clock clock;

    /** The runs that wait for somebody to work on them. */
    public List<JobRun> waiting() {
        return sql.claimable(clock.instant());
    }

    /** Makes this server the run's owner; false when another one is, or when the run failed too often. */
    public boolean claim(JobRun run) {
        Optional<Integer> attempts = sql.claim(run.id(), node.get(), clock.instant());
        if (attempts.isEmpty()) {
            return false;
        }
        if (attempts.get() > config.maxAttempts()) {
            fail(run.id(), INTERRUPTED, "its server ended " + config.maxAttempts() + " times");
            return false;
        }
        return true;
    }

    /** Works on a run that this server owns, and writes down how it ended; what went wrong is thrown on. */
    public void work(long id, Runnable work) {
        if (!sql.isOwner(id, node.get())) {
            throw new NotOurRunException(id);
        }
        try (RequestId.Scope origin = origins.under(id)) {
            beatAndWork(id, work);
        }
    }

    private void beatAndWork(long id, Runnable work) {
        try (Heartbeats.Beating beating = heartbeats.start(() -> sql.beat(id, node.get(), clock.instant()))) {
            work.run();
            sql.finish(id, node.get(), clock.instant());
        } catch (NotOurRunException e) {
            throw e;
        } catch (RuntimeException e) {
            end(id, e);
            throw e;
        }
    }

    /** A database that went away is no failure of the job: the run waits until somebody can begin it anew. */
    private void end(long id, RuntimeException failure) {
        if (!DatabaseException.isConnectionLost(failure)) {
            fail(id, FAILED, detail(failure));
            return;
        }
        LOG.log(Level.WARNING, "Run {0} lost the database and is begun anew", Long.toString(id));
        try {
            sql.giveBack(id, node.get());
        } catch (DatabaseException stillAway) {
            LOG.log(Level.WARNING, "Run {0} keeps its owner until its heartbeat is too old", Long.toString(id));
        }
    }

    /**
     * One transaction of a run: the work together with what is told of it.
     *
     * @param count under which name the run counts what was done
     * @return false when somebody asked the run to stop
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean step(long id, String count, IntSupplier work) {
        int done = work.getAsInt();
        boolean stop =
                sql.advance(id, node.get(), count, done, clock.instant()).orElseThrow(() -> new NotOurRunException(id));
        return !stop;
    }

    private void fail(long id, String code, String detail) {
        LOG.log(Level.SEVERE, "Run {0} of a job failed: {1} {2}", new Object[] {Long.toString(id), code, detail});
        sql.fail(id, node.get(), code, detail, clock.instant());
    }

    /** The root of it: containers wrap what beans throw. */
    private static String detail(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String detail = root.getClass().getSimpleName() + ": " + root.getMessage();
        return detail.substring(0, Math.min(detail.length(), MAX_DETAIL));
    }
}
