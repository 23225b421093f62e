package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Reads groups in the order of {@code duplicate_group_ix}, and what is in them by keys. */
@ApplicationScoped
class DuplicateListSql {

    /** Groups of which two are still there and the user sees one. */
    private static final String GROUPS =
            """
            select g.group_id, g.strength, (select count(*) from duplicate_member x
                join customer c on c.id = x.customer_id and c.state = 'ACTIVE' where x.group_id = g.group_id) size
            from duplicate_member g
            where g.customer_id = g.group_id and :position and :shown
            order by g.strength desc, g.group_id desc limit :limit
            """;

    private static final String SHOWN =
            """
            (select count(*) from (select from duplicate_member x
                 join customer c on c.id = x.customer_id and c.state = 'ACTIVE'
                 where x.group_id = g.group_id limit 2) two) = 2
            and exists (select from duplicate_member x join customer c on c.id = x.customer_id and c.state = 'ACTIVE'
                        where x.group_id = g.group_id and :seen)
            """;

    private static final String COUNT =
            """
            select count(*) from (select from duplicate_member g where g.customer_id = g.group_id and :shown limit :limit) n
            """;

    private static final String MEMBERS =
            """
            select * from (
                select x.group_id, c.id, c.code, c.name, c.kind, c.stage, c.phones -> 0 ->> 'value' phone,
                       c.emails -> 0 ->> 'value' email, o.full_name owner, :seen is true as visible,
                       row_number() over (partition by x.group_id order by :seen is true desc, c.id) as place
                from duplicate_member x
                join customer c on c.id = x.customer_id and c.state = 'ACTIVE'
                left join app_user o on o.id = c.owner_id
                where x.group_id = any (:groups)) m
            where place <= :most order by group_id, place
            """;

    private static final String PAIRS =
            "select low_id, high_id, reasons from duplicate_pair where low_id = any (?) and high_id = any (?)";

    private static final String OF =
            """
            select case when p.low_id = :id then p.high_id else p.low_id end as other, p.reasons, p.strength
            from duplicate_pair p where p.low_id = :id or p.high_id = :id
            """;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    record Head(long id, int strength, int size) {}

    /** With the real id, for those who put groups together. */
    record Found(long group, long id, boolean visible, DuplicateGroup.Member member) {}

    List<Head> groups(Account user, Cursor position, int limit) {
        SqlFragment from = position == null
                ? SqlFragment.TRUE
                : SqlFragment.of(
                        "(g.strength, g.group_id) < (?::smallint, ?)", (int) position.longAt(0), position.longAt(1));
        return database.list(
                NamedSql.of(GROUPS, "position", from, "shown", shown(user), "limit", limit),
                row -> new Head(row.getLong(1), row.getInt(2), row.getInt(3)));
    }

    long count(Account user, int limit) {
        return database.first(NamedSql.of(COUNT, "shown", shown(user), "limit", limit), row -> row.getLong(1))
                .orElseThrow();
    }

    private SqlFragment shown(Account user) {
        return NamedSql.of(SHOWN, "seen", access.predicate(user));
    }

    /** The first members of each group, those that the user sees first. */
    List<Found> members(Account user, Collection<Long> groups, int most) {
        return database.list(
                NamedSql.of(MEMBERS, "seen", access.predicate(user), "groups", groups, "most", most),
                row -> new Found(row.getLong("group_id"), row.getLong("id"), row.getBoolean("visible"), member(row)));
    }

    private static DuplicateGroup.Member member(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        return row.getBoolean("visible")
                ? new DuplicateGroup.Member(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        CustomerKind.valueOf(row.getString("kind")),
                        CustomerStage.valueOf(row.getString("stage")),
                        row.getString("phone"),
                        row.getString("email"),
                        owner,
                        List.of())
                : new DuplicateGroup.Member(0, null, null, null, null, null, null, owner, List.of());
    }

    List<DuplicateGroup.Match> pairs(Collection<Long> customers) {
        return database.list(
                SqlFragment.of(PAIRS, customers, customers),
                row -> new DuplicateGroup.Match(row.getLong(1), row.getLong(2), MatchReason.of(row.getInt(3))));
    }

    /** How many active customers a customer makes a pair with. */
    int countOf(long id) {
        return database.firstByKeys(
                        NamedSql.of(
                                "select count(*) from (" + OF
                                        + ") x join customer c on c.id = x.other and c.state = 'ACTIVE'",
                                "id",
                                id),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** The strongest of those, the ones that the user sees first. */
    List<DuplicateGroup.Member> of(Account user, long id, int most) {
        return database.list(
                NamedSql.of(
                        """
                        select c.id, c.code, c.name, c.kind, c.stage, c.phones -> 0 ->> 'value' phone,
                               c.emails -> 0 ->> 'value' email, o.full_name owner, x.reasons, :seen is true as visible
                        from (:pairs) x
                        join customer c on c.id = x.other and c.state = 'ACTIVE'
                        left join app_user o on o.id = c.owner_id
                        order by visible desc, x.strength desc, c.id limit :most
                        """,
                        "seen",
                        access.predicate(user),
                        "pairs",
                        NamedSql.of(OF, "id", id),
                        "most",
                        most),
                row -> DuplicateQueries.with(member(row), MatchReason.of(row.getInt("reasons"))));
    }

    /** Those that the user sees and that somebody has called different from a customer, the last ones first. */
    List<DuplicateQueries.Different> differentFrom(Account user, long id, int most) {
        return database.listByKeys(
                NamedSql.of(
                        """
                        select c.id, c.code, c.name, u.full_name, d.marked_at
                        from duplicate_different d
                        join customer c on c.id = case when d.low_id = :id then d.high_id else d.low_id end
                        join app_user u on u.id = d.marked_by
                        where (d.low_id = :id or d.high_id = :id) and c.state = 'ACTIVE' and :seen
                        order by d.marked_at desc, c.id limit :most
                        """,
                        "id",
                        id,
                        "seen",
                        access.predicate(user),
                        "most",
                        most),
                row -> new DuplicateQueries.Different(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("full_name"),
                        Database.instant(row, "marked_at")));
    }
}
