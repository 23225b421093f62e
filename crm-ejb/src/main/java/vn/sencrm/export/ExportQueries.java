package vn.sencrm.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** What users see of exports: each one's own alone. */
@Stateless
@RolesAllowed(Right.CUSTOMER_EXPORT)
public class ExportQueries {

    @Inject
    ExportRunSql runs;

    @Inject
    CustomerExportSql customers;

    @Inject
    ExportConfig config;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The user's newest exports. */
    public List<ExportRun> newest(int limit) {
        return runs.newest(currentUser.id(), limit);
    }

    /** @throws NotFoundException when there is none or it is somebody else's */
    public ExportRun get(long id) {
        return runs.find(id)
                .filter(run -> run.createdBy() == currentUser.id())
                .orElseThrow(() -> new NotFoundException("export", id));
    }

    /** The names of what a file of customers may have columns of. */
    public Set<String> columns() {
        return customers.names(currentUser.get());
    }

    /** Until when the file can be fetched. */
    public Instant keptUntil(ExportRun run) {
        Instant end = run.finishedAt() == null ? run.createdAt() : run.finishedAt();
        return end.plus(config.keep());
    }

    /** Seconds left at the pace so far, null where nothing can be said. */
    public Long secondsLeft(ExportRun run) {
        if (!run.state().isActive() || run.position() == 0) {
            return null;
        }
        long seconds = Duration.between(run.createdAt(), clock.instant()).toSeconds();
        return seconds * Math.max(0, run.total() - run.position()) / run.position();
    }
}
