package vn.sencrm.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Members of static groups, written on sets: one statement with the audit, however many they are. */
@ApplicationScoped
public class GroupMembersSql {

    private static final String AUDIT =
            """
            insert into audit_entry
                (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :at, :user, :cause, :causeId, 'customer', c.id, c.version, :action, :before, :after
            from changed x join customer c on c.id = x.customer_id cross join customer_group g where g.id = :group
            """;

    private static final String NAMED = "jsonb_build_object('group', jsonb_build_object('id', g.id, 'name', g.name))";

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /**
     * Adds customers to a static group, as far as a user sees them; those who are in it stay. A group that is gone, or
     * dynamic, takes nobody.
     *
     * @param customers a query of ids, whose first column is named {@code id}
     * @return how many were added
     */
    public int addMembers(long group, SqlFragment customers, Account user, Instant at, Cause cause) {
        return database.update(named(
                """
                with changed as (
                    insert into group_member (group_id, customer_id)
                    select g.id, c.id
                    from customer_group g cross join customer c
                    where g.id = :group and g.filter is null and c.state = 'ACTIVE'
                    and c.id in (select s.id from (:customers) s (id)) and :visible
                    order by c.id for key share of c
                    on conflict do nothing returning customer_id)
                """
                        + AUDIT,
                group,
                customers,
                user,
                at,
                cause,
                true));
    }

    /** Takes customers whom a user sees out of a group and tells how many were in it. */
    public int removeMembers(long group, SqlFragment customers, Account user, Instant at, Cause cause) {
        return database.update(named(
                """
                with changed as (
                    delete from group_member m using customer c
                    where m.group_id = :group and c.id = m.customer_id and c.state = 'ACTIVE'
                    and c.id in (select s.id from (:customers) s (id)) and :visible
                    returning m.customer_id)
                """
                        + AUDIT,
                group,
                customers,
                user,
                at,
                cause,
                false));
    }

    private SqlFragment named(
            String sql, long group, SqlFragment customers, Account user, Instant at, Cause cause, boolean added) {
        SqlFragment named = SqlFragment.of(NAMED);
        SqlFragment nothing = SqlFragment.of("'{}'::jsonb");
        return NamedSql.of(
                sql,
                "group",
                group,
                "customers",
                customers,
                "visible",
                access.predicate(user),
                "at",
                at,
                "user",
                user.id(),
                "cause",
                cause.type(),
                "causeId",
                cause.id() == null ? Database.Null.BIGINT : cause.id(),
                "action",
                added ? "GROUP_ADD" : "GROUP_REMOVE",
                "before",
                added ? nothing : named,
                "after",
                added ? named : nothing);
    }

    /** Whether there is such a group into which customers can be put. */
    public boolean isStatic(long group) {
        return database.first(
                        SqlFragment.of("select 1 from customer_group where id = ? and filter is null", group), row -> 1)
                .isPresent();
    }

    SqlFragment given(Collection<Long> ids) {
        return SqlFragment.of("select distinct u.id from unnest(cast(? as bigint[])) as u (id)", ids);
    }

    /** Those of the ids that are no customer whom the user sees. */
    List<Long> unseen(Collection<Long> ids, Account user) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.list(
                NamedSql.of(
                        """
                        select n.id from (:given) n
                        where not exists (select from customer c where c.id = n.id and c.state = 'ACTIVE' and :visible)
                        order by n.id limit 20
                        """,
                        "given",
                        given(ids),
                        "visible",
                        access.predicate(user)),
                row -> row.getLong(1));
    }
}
