package vn.sencrm.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says every five seconds that a piece of work is alive, in short transactions of their own. */
@ApplicationScoped
public class Heartbeats {

    private static final Logger LOG = Logger.getLogger(Heartbeats.class.getName());
    private static final int PERIOD_SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService executor;

    /** Stops the beating when it is closed. */
    public interface Beating extends AutoCloseable {
        @Override
        void close();
    }

    /** Beats until closed. A beat that fails is told in the log; the next one may succeed. */
    public Beating start(Runnable beat) {
        ScheduledFuture<?> task =
                executor.scheduleAtFixedRate(() -> quietly(beat), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        return () -> task.cancel(false);
    }

    private static void quietly(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Heartbeat not written", e);
        }
    }
}
