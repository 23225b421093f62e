package vn.sencrm.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Page;
import vn.sencrm.identity.Right;
import vn.sencrm.job.RunPages;

/** What users see of imports. */
@Stateless
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportQueries {

    @Inject
    ImportAccess access;

    @Inject
    ImportRunSql runs;

    @Inject
    ImportIssueSql issues;

    @Inject
    ImportTargets targets;

    @Inject
    ImportConfig config;

    @Inject
    Clock clock;

    /**
     * A page of the newest runs, the user's own or, with the right to configure, everybody's.
     *
     * @param after the cursor of the page, blank for the first
     */
    public Page<ImportRun> page(String after, int size) {
        long scope = access.scope();
        return RunPages.page(
                "import-runs",
                after,
                size,
                runs.count(scope),
                (position, limit) -> runs.newest(scope, position, limit),
                run -> RunPages.place(run.createdAt(), run.id()));
    }

    public ImportRun get(long id) {
        return access.get(id);
    }

    /** How far the run is; the time left is taken from its pace in the present phase. */
    public ImportProgress progress(ImportRun run) {
        ImportPhase phase = run.state().isActive() ? run.phase() : null;
        if (run.phase() == ImportPhase.READ || run.phase() == ImportPhase.DECIDE || run.total() == null) {
            return new ImportProgress(run.counts().read(), run.total(), phase, null);
        }
        long done = Math.min(run.position(), run.total());
        Long left = phase == null ? null : run.pace().secondsLeft(done, run.total(), clock.instant());
        return new ImportProgress(done, run.total(), phase, left);
    }

    /** Rows that were refused, or taken with a doubt, beyond a row number. */
    public List<ImportIssue> issues(long id, boolean refused, int after, int limit) {
        return issues.page(access.get(id), refused, after, Math.min(limit, 500));
    }

    /** Until when the user can take the import back; empty when they cannot. */
    public Optional<Instant> undoableUntil(ImportRun run) {
        return Optional.of(run)
                .filter(ImportRun::isApplied)
                .filter(applied -> access.user().may(targets.get(applied.type()).right()))
                .map(applied -> applied.finishedAt().plus(config.undo()))
                .filter(until -> until.isAfter(clock.instant()));
    }

    /** Rows that stayed when the import was taken back, beyond a row number. */
    public List<ImportLeft> left(long id, int after, int limit) {
        return issues.left(access.get(id), access.user(), after, Math.min(limit, 500));
    }

    /** What columns of this type may be mapped to. */
    public List<ImportField> fields(String type) {
        return targets.get(type).fields();
    }

    /** What the user may import. */
    public List<String> ownTypes() {
        return targets.types(access.user());
    }

    public List<String> types() {
        return targets.types();
    }

    public int maxMegabytes() {
        return config.maxMegabytes();
    }
}
