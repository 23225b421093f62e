package vn.sencrm.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.ChangeOrigin;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/**
 * Writes the owners of any number of customers, with version, time and audit, in one statement. The customers are
 * locked by a statement before, so that this one reads them as the last change left them.
 */
@ApplicationScoped
class OwnerSql {

    @Inject
    Database database;

    @Inject
    ChangeOrigin origin;

    @Inject
    RecordAccessSql access;

    /** By whom and when. */
    record Change(Instant at, Long actorId, Cause cause) {}

    /** Locks those that the user may change and tells how many these are. */
    int lock(List<Long> ids, Account user) {
        SqlFragment query = SqlFragment.of(
                        """
                        select count(*) from (
                            select from customer c where c.id = any(?::bigint[]) and c.state = 'ACTIVE' and
                        """,
                        ids)
                .then(access.editable(user))
                .then(" order by c.id for update) as locked");
        return database.first(query, row -> row.getInt(1)).orElseThrow();
    }

    /** The oldest of a team's queue, locked; those that somebody else is changing are left for the next time. */
    List<Long> lockQueued(long teamId, int atMost) {
        return database.list(
                SqlFragment.of(
                        """
                        select id from customer
                        where state = 'ACTIVE' and owner_id is null and team_id = ?
                        order by created_at, id limit ? for update skip locked
                        """,
                        teamId,
                        atMost),
                row -> row.getLong(1));
    }

    /** Gives each customer its owner, and all of them the team, which may be null. */
    int give(List<Long> ids, long[] owners, Long teamId, Change change) {
        SqlFragment given = SqlFragment.of(
                "select * from unnest(?::bigint[], ?::bigint[]) as g(id, owner_id)",
                ids,
                LongStream.of(owners).boxed().toList());
        return write(given, SqlFragment.of("?", teamId == null ? Database.Null.BIGINT : teamId), change);
    }

    int owned(long userId) {
        return database.first(
                        SqlFragment.of("select count(*) from customer where owner_id = ? and state = 'ACTIVE'", userId),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** Locks all that a user owns, those in the recycle bin too, and tells how many these are. */
    int lockOwned(long userId) {
        return database.first(
                        SqlFragment.of(
                                """
                                select count(*) from (
                                    select from customer where owner_id = ? and state <> 'MERGED'
                                    order by id for update) as locked
                                """,
                                userId),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** Gives all that a user owns to another; each customer keeps its team. */
    int handOver(long fromId, long toId, Change change) {
        return write(
                SqlFragment.of(
                        "select id, ?::bigint as owner_id from customer where owner_id = ? and state <> 'MERGED'",
                        toId,
                        fromId),
                SqlFragment.of("c.team_id"),
                change);
    }

    /** Gives all that a user owns, oldest first, to these owners, and to the team that they were dealt out by. */
    int handOver(long fromId, long[] owners, long teamId, Change change) {
        return write(
                SqlFragment.of(
                        """
                        select n.id, o.owner_id
                        from (select id, row_number() over (order by created_at, id) as place from customer
                              where owner_id = ? and state <> 'MERGED') as n
                        join unnest(?::bigint[]) with ordinality as o(owner_id, place) using (place)
                        """,
                        fromId,
                        LongStream.of(owners).boxed().toList()),
                SqlFragment.of("?", teamId),
                change);
    }

    private int write(SqlFragment given, SqlFragment team, Change change) {
        SqlFragment statement = SqlFragment.of("with given as (")
                .then(given)
                .then("), old as (select c.id, c.owner_id, c.team_id, nullif(g.owner_id, 0) as new_owner, ")
                .then(team)
                .then("::bigint as new_team from given g join customer c on c.id = g.id)");
        return database.update(statement.then(SqlFragment.of(
                """
                , changed as (
                    update customer c
                    set owner_id = o.new_owner, team_id = o.new_team, version = c.version + 1, updated_at = ?
                    from old o
                    where c.id = o.id and (o.owner_id is distinct from o.new_owner
                                           or o.team_id is distinct from o.new_team)
                    returning c.id, c.version, o.owner_id, o.team_id, o.new_owner, o.new_team)
                insert into audit_entry
                    (at, actor_id, cause, cause_id, source_address, entity, entity_id, version, action, before, after)
                select ?, ?, ?, ?, ?, 'customer', id, version, 'UPDATE', owner.before || team.before,
                       owner.after || team.after
                from changed
                cross join lateral (
                    select jsonb_build_object('owner', owner_id), jsonb_build_object('owner', new_owner)
                    where owner_id is distinct from new_owner
                    union all select '{}', '{}' where owner_id is not distinct from new_owner) as owner(before, after)
                cross join lateral (
                    select jsonb_build_object('team', team_id), jsonb_build_object('team', new_team)
                    where team_id is distinct from new_team
                    union all select '{}', '{}' where team_id is not distinct from new_team) as team(before, after)
                """,
                change.at(),
                change.at(),
                change.actorId() == null ? Database.Null.BIGINT : change.actorId(),
                change.cause().type(),
                change.cause().id() == null
                        ? Database.Null.BIGINT
                        : change.cause().id(),
                origin.parameter())));
    }
}
