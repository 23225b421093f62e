package vn.sencrm.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import vn.sencrm.common.Internal;

/**
 * Listens on a connection of its own, one per server: one of the pool would be missing there, and go on listening for
 * whoever gets it next. A connection that breaks is opened again, and everybody then asks what they missed.
 */
@Internal
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LiveListener {

    private static final Logger LOG = Logger.getLogger(LiveListener.class.getName());

    private static final Pattern BELL = Pattern.compile("bell (\\d{1,18})");

    /** Also how soon a server that stops is noticed, and how often a broken connection is. */
    private static final int WAIT_MILLIS = 2_000;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    LiveConnection connections;

    @Inject
    Event<BellChanged> bells;

    private volatile boolean stopped;
    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::listenUntilStopped);
        thread.setName("live listener");
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void listenUntilStopped() {
        boolean told = false;
        while (!stopped) {
            try {
                listen();
                told = false;
            } catch (SQLException e) {
                if (!told && !stopped) {
                    LOG.log(Level.WARNING, "Live news are missed until the database is back: {0}", e.getMessage());
                }
                told = true;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS));
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("listen sen_live");
            tell(new BellChanged(BellChanged.EVERYBODY));
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!stopped) {
                for (PGNotification news : listening.getNotifications(WAIT_MILLIS)) {
                    hear(news.getParameter());
                }
            }
        }
    }

    private void hear(String news) {
        Matcher bell = BELL.matcher(news);
        if (bell.matches()) {
            tell(new BellChanged(Long.parseLong(bell.group(1))));
        }
    }

    /** Whoever cannot bear it does not end the listening. */
    private void tell(BellChanged news) {
        try {
            bells.fire(news);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Live news could not be passed on", e);
        }
    }
}
