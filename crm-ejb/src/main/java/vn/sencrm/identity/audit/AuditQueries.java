package vn.sencrm.identity.audit;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.audit.AuditConditions.RecordKey;
import vn.sencrm.identity.audit.AuditHit.Subject;
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
            return new AuditPage(hits(shown), next(shown.get(size - 1)).encode(asked.binding()), null);
        }
        return new AuditPage(
                hits(found),
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

    private List<AuditHit> hits(List<Found> found) {
        List<RecordKey> keys = found.stream().map(AuditQueries::about).toList();
        Map<RecordKey, Subject> known = records.subjects(keys);
        return found.stream().map(one -> hit(one, known)).toList();
    }

    private static AuditHit hit(Found found, Map<RecordKey, Subject> known) {
        RecordKey about = about(found);
        return new AuditHit(
                found.entry(),
                found.entity(),
                found.entityId(),
                found.username(),
                found.source(),
                known.getOrDefault(about, told(found, about)));
    }

    /** The record itself; for a comment or a file, which can be seen with their customer only, that one. */
    private static RecordKey about(Found found) {
        return document(found.entry().after()).get("customer") instanceof JsonNumber customer
                ? new RecordKey("customer", customer.longValue())
                : new RecordKey(found.entity(), found.entityId());
    }

    /** What the entry says itself of a record that is gone, or that has no table of its own. */
    private static Subject told(Found found, RecordKey about) {
        JsonObject before = document(found.entry().before());
        JsonObject after = document(found.entry().after());
        String code = text(before, after, "code", "username");
        String nameVi = text(before, after, "name", "nameVi", "fullName");
        String nameEn = Objects.requireNonNullElse(text(before, after, "nameEn"), Objects.toString(nameVi, ""));
        return new Subject(about.entity(), about.id(), code, nameVi, nameVi == null ? null : nameEn, null);
    }

    private static String text(JsonObject before, JsonObject after, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(after.get(name), before.get(name)))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .findFirst()
                .orElse(null);
    }

    private static JsonObject document(String json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
