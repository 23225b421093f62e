package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads and writes {@code duplicate_member}, a few groups at a time. */
@ApplicationScoped
public class GroupSql {

    @Inject
    Database database;

    /** Until the end of the transaction nobody else changes groups. */
    public void lock() {
        database.list(SqlFragment.of("select pg_advisory_xact_lock(hashtext('duplicate groups'), 35)"), row -> true);
    }

    /** These customers and all who are in a group with one of them. */
    Collection<Long> withTheirGroups(Collection<Long> ids) {
        return database.list(
                SqlFragment.of(
                        """
                        select unnest(?::bigint[])
                        union
                        select m.customer_id from duplicate_member m
                        where m.group_id in (select group_id from duplicate_member where customer_id = any (?))
                        """,
                        ids,
                        ids),
                row -> row.getLong(1));
    }

    void pairsOf(Collection<Long> ids, PairGroups groups) {
        database.list(
                SqlFragment.of(
                        """
                        select low_id, high_id, strength from duplicate_pair where low_id = any (?)
                        union select low_id, high_id, strength from duplicate_pair where high_id = any (?)
                        """,
                        ids,
                        ids),
                row -> {
                    groups.add(row.getLong(1), row.getLong(2), row.getShort(3));
                    return true;
                });
    }

    /** Whoever of these is in no pair any more leaves; the others are where the groups have them. */
    void write(Collection<Long> ids, PairGroups groups) {
        List<Long> members = new ArrayList<>(groups.members());
        database.update(SqlFragment.of(
                "delete from duplicate_member where customer_id = any (?) and customer_id <> all (?::bigint[])",
                ids,
                members));
        database.update(SqlFragment.of(
                """
                insert into duplicate_member as m (customer_id, group_id, strength)
                select * from unnest(?::bigint[], ?::bigint[], ?::smallint[]) as n (customer_id, group_id, strength)
                order by 1
                on conflict (customer_id) do update set group_id = excluded.group_id, strength = excluded.strength
                where (m.group_id, m.strength) <> (excluded.group_id, excluded.strength)
                """,
                members,
                members.stream().map(groups::group).toList(),
                members.stream()
                        .map(member -> (int) groups.strength(groups.group(member)))
                        .toList()));
    }
}
