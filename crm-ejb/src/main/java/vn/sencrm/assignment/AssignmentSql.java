package vn.sencrm.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.SqlFragment;

/** What a dealing reads, locks and notes: a team's rule, turn and members; every statement by a primary key. */
@ApplicationScoped
class AssignmentSql {

    /** The first half of the advisory locks of members with a limit; any number that nobody else locks. */
    private static final int LIMIT_LOCK = 7_010_001;

    @Inject
    Database database;

    /** A team's way of dealing, its turn locked. */
    record Rule(String teamName, String mode, Long lastUserId) {

        boolean deals() {
            return !"NONE".equals(mode);
        }

        boolean isRandom() {
            return "RANDOM".equals(mode);
        }
    }

    /**
     * A member as the dealing finds them.
     *
     * @param passedOver null for one who takes part
     * @param room how many more they may own
     */
    record Member(long userId, PassedOver passedOver, int room) {}

    /**
     * Locks the turn until the transaction ends. The mode is read after the lock was got, so that it is the one that
     * the last change of the team left.
     */
    Optional<Rule> lockTurn(long teamId) {
        database.update(SqlFragment.of(
                "insert into team_turn (team_id) select id from team where id = ? on conflict do nothing", teamId));
        database.list(
                SqlFragment.of("select team_id from team_turn where team_id = ? for update", teamId), row -> true);
        return database.first(
                SqlFragment.of(
                        """
                        select t.name, case when t.archived then 'NONE' else t.mode end as mode, n.last_user_id
                        from team t join team_turn n on n.team_id = t.id where t.id = ?
                        """,
                        teamId),
                row -> new Rule(
                        row.getString("name"), row.getString("mode"), Database.longOrNull(row, "last_user_id")));
    }

    /**
     * Keeps the members from being deactivated while they are dealt to, and those with a limit from being dealt to by
     * another team at once. A sign-in is not held up.
     */
    void lockMembers(long teamId) {
        database.list(
                SqlFragment.of(
                        """
                        select u.id from app_user u join team_member m on m.user_id = u.id
                        where m.team_id = ? order by u.id for key share of u
                        """,
                        teamId),
                row -> true);
        database.list(
                SqlFragment.of(
                        """
                        select pg_advisory_xact_lock(?, m.lock)
                        from (select (user_id % 2147483647)::integer as lock from team_member
                              where team_id = ? and max_open is not null order by lock) as m
                        """,
                        LIMIT_LOCK, teamId),
                row -> true);
    }

    /** The members in order. Of the customers of one with a limit no more are counted than the limit. */
    List<Member> members(long teamId, LocalDate today) {
        return database.list(
                SqlFragment.of(
                        """
                        select m.user_id,
                               case when not u.active then 'USER_INACTIVE'
                                    when not m.active then 'MEMBER_INACTIVE'
                                    when (m.absent_from is not null or m.absent_to is not null)
                                         and coalesce(m.absent_from <= ?, true) and coalesce(m.absent_to >= ?, true)
                                        then 'ABSENT'
                                    when m.max_open <= o.open then 'FULL' end as passed_over,
                               coalesce(m.max_open - o.open, 2147483647) as room
                        from team_member m join app_user u on u.id = m.user_id
                        cross join lateral (
                            select count(*)::integer as open from (
                                select from customer c where c.owner_id = m.user_id and c.state = 'ACTIVE'
                                and c.stage in ('RAW', 'LEAD') limit coalesce(m.max_open, 0)) as counted
                        ) as o
                        where m.team_id = ? order by m.position, m.user_id
                        """,
                        today,
                        today,
                        teamId),
                AssignmentSql::member);
    }

    private static Member member(ResultSet row) throws SQLException {
        String passedOver = row.getString("passed_over");
        return new Member(
                row.getLong("user_id"), passedOver == null ? null : PassedOver.valueOf(passedOver), row.getInt("room"));
    }

    boolean hasRule(long teamId) {
        return database.first(
                        SqlFragment.of("select 1 from team where id = ? and mode <> 'NONE' and not archived", teamId),
                        row -> 1)
                .isPresent();
    }

    Optional<Long> teamNamed(String name) {
        return database.first(
                SqlFragment.of("select id from team where lower(name) = lower(?) and not archived", name),
                row -> row.getLong(1));
    }

    Optional<Long> userNamed(String username) {
        return database.first(
                SqlFragment.of("select id from app_user where lower(username) = lower(?) and active", username),
                row -> row.getLong(1));
    }

    boolean isTeam(long teamId) {
        return database.first(SqlFragment.of("select 1 from team where id = ?", teamId), row -> 1)
                .isPresent();
    }

    /**
     * Keeps a user from being deactivated until the transaction ends.
     *
     * @throws NotFoundException when there is none
     * @throws UserInactiveException when the user is deactivated already
     */
    void lockActiveUser(long userId) {
        String deactivated = database.first(
                        SqlFragment.of("select active, full_name from app_user where id = ? for key share", userId),
                        row -> row.getBoolean("active") ? "" : row.getString("full_name"))
                .orElseThrow(() -> new NotFoundException("user", userId));
        if (!deactivated.isEmpty()) {
            throw new UserInactiveException(deactivated);
        }
    }

    /** By the index of queues, which is as small as they are. */
    List<Long> teamsWithQueue() {
        return database.list(
                SqlFragment.of(
                        """
                        select t.id from team t
                        where t.mode <> 'NONE' and not t.archived and exists (
                            select from customer c
                            where c.team_id = t.id and c.owner_id is null and c.state = 'ACTIVE')
                        """),
                row -> row.getLong(1));
    }

    void moveTurn(long teamId, long lastUserId) {
        database.update(SqlFragment.of("update team_turn set last_user_id = ? where team_id = ?", lastUserId, teamId));
    }

    void log(long teamId, Instant at, Dealt dealt) {
        database.update(SqlFragment.of(
                """
                with deal as (
                    insert into team_deal (team_id, at, customers, queued) values (?, ?, ?, ?) returning id)
                insert into team_deal_member (deal_id, user_id, given, passed_over)
                select deal.id, m.user_id, m.given, nullif(m.passed_over, '')
                from deal, unnest(?::bigint[], ?::integer[], ?::text[]) as m(user_id, given, passed_over)
                """,
                teamId,
                at,
                dealt.owners().length,
                dealt.queued(),
                dealt.members().stream().map(Dealt.Share::userId).toList(),
                dealt.members().stream().map(Dealt.Share::given).toList(),
                dealt.members().stream().map(AssignmentSql::reason).toList()));
    }

    private static String reason(Dealt.Share share) {
        return share.passedOver() == null ? "" : share.passedOver().name();
    }
}
