package vn.sencrm.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.sencrm.job.NodeId;

/** The servers of this installation, by what each says of itself four times a minute. Nothing rests on it but what is shown. */
@ApplicationScoped
public class Members {

    /** Who was not seen for longer is not shown. */
    private static final Duration PRESENT = Duration.ofMinutes(1);

    /** Rows of servers that are gone are kept for so long, for whoever looks into the database after an accident. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    MemberSql sql;

    @Inject
    NodeId node;

    @Inject
    Clock clock;

    private Instant startedAt;

    /** This server lives. */
    public synchronized void tell() {
        Instant now = clock.instant();
        startedAt = startedAt == null ? now : startedAt;
        sql.tell(
                node.get(),
                System.getProperty("jboss.node.name", "server"),
                System.getProperty("jboss.qualified.host.name", ""),
                startedAt,
                now);
        sql.forget(now.minus(KEPT));
    }

    /** The servers seen within the last minute, by name; one that was started again in that time stands there twice. */
    List<Member> present() {
        return sql.seenAfter(clock.instant().minus(PRESENT), node.get());
    }
}
