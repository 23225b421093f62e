package vn.sencrm.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.job.RunPages;

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

    /**
     * A page of the user's newest exports.
     *
     * @param after the cursor of the page, blank for the first
     */
    public Page<ExportRun> page(String after, int size) {
        long user = currentUser.id();
        return RunPages.page(
                "exports",
                after,
                size,
                runs.count(user),
                (position, limit) -> runs.newest(user, position, limit),
                run -> RunPages.place(run.createdAt(), run.id()));
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
