package vn.sencrm.identity.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.audit.AuditSearchSql.Found;

/** Who changed what, when, from where, from what to what: all that the audit tells, searched (AUD-1). */
@Stateless
@RolesAllowed(Right.AUDIT_VIEW)
public class AuditQueries {

    /** How long a search goes on looking before it shows what it has. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration RECENT = Duration.ofDays(62);

    @Inject
    AuditSearchSql sql;

    @Inject
    AuditCheck check;

    @Inject
    AuditedRecords records;

    @Inject
    AuditHits hits;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The names of all that is audited. */
    public List<String> entities() {
        return records.entities().stream().map(AuditedEntity::name).toList();
    }

    /**
     * A page of what is looked for, newest first. A search that finds little ends before the page is full, and is gone on
     * with by its {@code next}.
     *
     * @param after the {@code next} of the page before, or null
     * @throws InvalidInputException naming every field that cannot be looked for
     */
    public AuditPage page(AuditSearch asked, String after, int size) {
        AuditConditions conditions = check.checked(asked);
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, asked.binding());
        List<Found> found = sql.page(conditions.since(recent(conditions, position)), user(), position, size + 1);
        Optional<Cursor> end = Optional.empty();
        if (found.size() <= size) {
            found = new ArrayList<>();
            end = look(conditions, position, size + 1, found);
        }
        if (found.size() > size) {
            List<Found> shown = found.subList(0, size);
            return new AuditPage(hits.of(shown), next(shown.get(size - 1)).encode(asked.binding()), null);
        }
        return new AuditPage(
                hits.of(found),
                end.map(cursor -> cursor.encode(asked.binding())).orElse(null),
                end.map(cursor -> cursor.instantAt(0)).orElse(null));
    }

    /** The planner need not think of years of partitions where some months fill the page, as they mostly do. */
    private Instant recent(AuditConditions conditions, Cursor position) {
        Instant latest = position == null ? clock.instant() : position.instantAt(0);
        Instant until = conditions.until();
        return (until != null && until.isBefore(latest) ? until : latest).minus(RECENT);
    }

    /** Gathers what is found from a position on, and tells where the look ended, unless at the very end. */
    private Optional<Cursor> look(AuditConditions conditions, Cursor from, int most, List<Found> found) {
        Instant enough = clock.instant().plus(PATIENCE);
        Cursor position = from;
        do {
            found.addAll(sql.page(conditions, user(), position, most - found.size()));
            Optional<Cursor> end = found.size() < most ? sql.end(conditions, position) : Optional.empty();
            if (end.isEmpty()) {
                return end;
            }
            position = end.get();
        } while (clock.instant().isBefore(enough));
        return Optional.of(position);
    }

    private Account user() {
        return currentUser.get();
    }

    private static Cursor next(Found last) {
        return Cursor.after(
                last.entry().at(),
                last.entityId(),
                last.entity(),
                last.entry().version(),
                last.entry().action());
    }
}
