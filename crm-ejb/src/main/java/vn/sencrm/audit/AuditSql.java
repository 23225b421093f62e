package vn.sencrm.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Writes and reads {@code audit_entry}; sets of records write theirs in the same SQL that changes them. */
@ApplicationScoped
public class AuditSql {

    /** Actions that every entity knows. */
    public static final String CREATE = "CREATE";

    public static final String UPDATE = "UPDATE";
    public static final String DELETE = "DELETE";
    public static final String RESTORE = "RESTORE";

    /** One record takes another in, which becomes its alias; and the other way round. */
    public static final String MERGE = "MERGE";

    public static final String UNMERGE = "UNMERGE";

    @Inject
    Database database;

    @Inject
    ChangeOrigin origin;

    /** @param before null for a creation */
    public void write(
            Instant at,
            long actorId,
            Cause cause,
            String entity,
            long id,
            int version,
            String action,
            String before,
            String after) {
        database.update(SqlFragment.of(
                """
                insert into audit_entry
                    (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after, source_address)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                """,
                at,
                actorId,
                cause.type(),
                cause.id() == null ? Database.Null.BIGINT : cause.id(),
                entity,
                id,
                version,
                action,
                before == null ? Database.Null.TEXT : before,
                after,
                origin.parameter()));
    }

    /** The changes of a record, newest first. */
    public List<AuditEntry> newest(String entity, long id, int limit) {
        return read(SqlFragment.of(SELECT + "order by a.at desc, a.version desc limit ?", entity, id, limit));
    }

    /** The newest changes of a record that are not newer than a moment, newest first. */
    public List<AuditEntry> upTo(String entity, long id, Instant latest, int limit) {
        return read(SqlFragment.of(
                SELECT + "and a.at <= ? order by a.at desc, a.version desc limit ?", entity, id, latest, limit));
    }

    /** The change that led to a version of a record. */
    public Optional<AuditEntry> ofVersion(String entity, long id, int version) {
        return read(SqlFragment.of(SELECT + "and a.version = ? order by a.at limit 1", entity, id, version)).stream()
                .findFirst();
    }

    /** The changes that led beyond a version, oldest first. */
    public List<AuditEntry> since(String entity, long id, int version) {
        return read(SqlFragment.of(SELECT + "and a.version > ? order by a.version", entity, id, version));
    }

    private static final String SELECT =
            """
            select a.at, a.actor_id, u.full_name, a.cause, a.cause_id, a.action, a.version, a.before, a.after
            from audit_entry a left join app_user u on u.id = a.actor_id
            where a.entity = ? and a.entity_id = ?
            """;

    private List<AuditEntry> read(SqlFragment query) {
        return database.list(query, AuditSql::entry);
    }

    /** An entry from the columns of {@code audit_entry} and the {@code full_name} of its actor. */
    public static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                Database.instant(row, "at"),
                Database.longOrNull(row, "actor_id"),
                row.getString("full_name"),
                new Cause(Cause.Type.valueOf(row.getString("cause")), Database.longOrNull(row, "cause_id")),
                row.getString("action"),
                row.getInt("version"),
                row.getString("before"),
                row.getString("after"));
    }
}
