package vn.sencrm.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.AuditEntry;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;
import vn.sencrm.identity.RecordScope;

/**
 * Searches the audit, newest first. Of the conditions one, the one that finds least, is served by an index in the order
 * of time; {@link #LOOKED} entries of it are looked through for the others, so that no statement reads without end.
 */
@ApplicationScoped
class AuditSearchSql {

    /** Read in a tenth of a second, or in some when they lie on a disk, each elsewhere. */
    static final int LOOKED = 20_000;

    /** Down to what tells any two entries apart; an import gives thousands the same moment. */
    private static final String ORDER =
            " order by a.at desc, a.entity_id desc, a.entity desc, coalesce(a.version, 0) desc, a.action desc";

    private static final String POSITION = "(a.at, a.entity_id, a.entity, coalesce(a.version, 0), a.action)";

    private static final String SELECT =
            """
            select f.at, f.actor_id, u.full_name, u.username, f.cause, f.cause_id, f.action, f.version, f.before, f.after,
                   f.entity, f.entity_id, f.source_address
            from (select * from (select * from audit_entry a where
            """;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    List<Found> page(AuditConditions asked, Account viewer, Cursor after, int size) {
        SqlFragment query = SqlFragment.of(SELECT)
                .then(looked(asked, after))
                .then(") a where ")
                .then(others(asked))
                .then(" and ")
                .then(visible(viewer))
                .then(SqlFragment.of(
                        ORDER + " limit ?) f left join app_user u on u.id = f.actor_id order by f.at desc,"
                                + " f.entity_id desc, f.entity desc, coalesce(f.version, 0) desc, f.action desc",
                        size));
        return database.list(query, AuditSearchSql::found);
    }

    /** The last entry that is looked at from a position on; empty when the search comes to the end before. */
    Optional<Cursor> end(AuditConditions asked, Cursor after) {
        SqlFragment query = SqlFragment.of(
                        "select a.at, a.entity_id, a.entity, a.version, a.action from (select * from audit_entry a where ")
                .then(looked(asked, after))
                .then(SqlFragment.of(") a offset ?", LOOKED - 1));
        return database.first(
                query,
                row -> Cursor.after(
                        Database.instant(row, "at"),
                        row.getLong("entity_id"),
                        row.getString("entity"),
                        row.getInt("version"),
                        row.getString("action")));
    }

    /** All that a viewer finds, however much was looked through; in the order of the pages, for a cursor. */
    SqlFragment all(AuditConditions asked, Account viewer) {
        return SqlFragment.of(
                        """
                        select a.at, a.actor_id, u.full_name, u.username, a.cause, a.cause_id, a.action, a.version,
                               a.before, a.after, a.entity, a.entity_id, a.source_address
                        from audit_entry a left join app_user u on u.id = a.actor_id where
                        """)
                .then(selected(asked, viewer))
                .then(ORDER);
    }

    SqlFragment count(AuditConditions asked, Account viewer) {
        return SqlFragment.of("select count(*) from audit_entry a where ").then(selected(asked, viewer));
    }

    private SqlFragment selected(AuditConditions asked, Account viewer) {
        return within(asked).and(others(asked)).and(visible(viewer));
    }

    private static SqlFragment looked(AuditConditions asked, Cursor after) {
        SqlFragment looked = within(asked);
        if (after != null) {
            looked = looked.and(SqlFragment.of("a.at <= ?", after.instantAt(0)))
                    .and(SqlFragment.of(
                            POSITION + " < (?, ?, ?, ?, ?)",
                            after.instantAt(0),
                            after.longAt(1),
                            after.textAt(2),
                            after.longAt(3),
                            after.textAt(4)));
        }
        return looked.then(SqlFragment.of(ORDER + " limit ?", LOOKED));
    }

    private static SqlFragment within(AuditConditions asked) {
        SqlFragment within = narrowest(asked);
        if (asked.from() != null) {
            within = within.and(SqlFragment.of("a.at >= ?", asked.from()));
        }
        return asked.until() == null ? within : within.and(SqlFragment.of("a.at < ?", asked.until()));
    }

    /** One condition with an index of its own, see the migration; all of them are in {@link #others} too. */
    private static SqlFragment narrowest(AuditConditions asked) {
        if (asked.records() != null) {
            return ofRecords(asked);
        }
        if (asked.run() != null) {
            return SqlFragment.of("a.cause_id = ?", asked.run());
        }
        if (asked.action() != null
                && !asked.action().equals("CREATE")
                && !asked.action().equals("UPDATE")) {
            return SqlFragment.of("a.action = ? and a.action not in ('CREATE', 'UPDATE')", asked.action());
        }
        if (asked.entity() != null && !asked.entity().equals("customer")) {
            return SqlFragment.of("a.entity = ? and a.entity <> 'customer'", asked.entity());
        }
        if (asked.actor() != null) {
            return SqlFragment.of("a.actor_id = ?", asked.actor());
        }
        boolean byHand = asked.cause() != null && !asked.cause().isRun();
        return byHand ? SqlFragment.of("a.cause_id is null") : SqlFragment.TRUE;
    }

    private static SqlFragment ofRecords(AuditConditions asked) {
        return SqlFragment.of(
                "(a.entity, a.entity_id) in (select * from unnest(?::text[], ?::bigint[]))",
                asked.records().stream().map(AuditConditions.RecordKey::entity).toList(),
                asked.records().stream().map(AuditConditions.RecordKey::id).toList());
    }

    private static SqlFragment others(AuditConditions asked) {
        SqlFragment where = SqlFragment.TRUE;
        if (asked.actor() != null) {
            where = where.and(SqlFragment.of("a.actor_id = ?", asked.actor()));
        }
        if (asked.entity() != null) {
            where = where.and(SqlFragment.of("a.entity = ?", asked.entity()));
        }
        if (asked.named() != null) {
            where = where.and(named(asked.named()));
        }
        if (asked.field() != null) {
            where = where.and(SqlFragment.of("jsonb_exists(coalesce(a.after, a.before), ?)", asked.field()));
        }
        if (asked.action() != null) {
            where = where.and(SqlFragment.of("a.action = ?", asked.action()));
        }
        if (asked.run() != null) {
            where = where.and(SqlFragment.of("a.cause_id = ?", asked.run()));
        }
        return asked.cause() == null
                ? where
                : where.and(SqlFragment.of("a.cause = ?", asked.cause().name()));
    }

    private static SqlFragment named(String text) {
        String part = "%" + TextFold.likePattern(TextFold.fold(text)) + "%";
        return SqlFragment.of(
                "(text_fold(coalesce(a.after ->> 'name', a.before ->> 'name', a.before ->> 'text')) like ?"
                        + " or lower(coalesce(a.after ->> 'code', a.before ->> 'code')) = lower(?))",
                part,
                text);
    }

    /** Customers whom the viewer sees, with what belongs to them, and no private tag of another user. */
    private SqlFragment visible(Account viewer) {
        SqlFragment tags = SqlFragment.of(
                "(a.entity <> 'tag' or a.actor_id = ? or 'true' in (a.before ->> 'shared', a.after ->> 'shared'))",
                viewer.id());
        if (viewer.scope() == RecordScope.ALL) {
            return tags;
        }
        return tags.and(SqlFragment.of(
                        """
                        (a.entity not in ('customer', 'comment', 'file') or exists (
                            select from customer c
                            where c.id = case a.entity when 'customer' then a.entity_id
                                         else (coalesce(a.after, a.before) ->> 'customer')::bigint end and
                        """)
                .then(access.predicate(viewer))
                .then("))"));
    }

    /** An entry as it is stored. */
    record Found(AuditEntry entry, String entity, long entityId, String username, String source) {}

    static Found found(ResultSet row) throws SQLException {
        return new Found(
                AuditSql.entry(row),
                row.getString("entity"),
                row.getLong("entity_id"),
                row.getString("username"),
                row.getString("source_address"));
    }
}
