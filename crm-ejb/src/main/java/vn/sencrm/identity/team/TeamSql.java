package vn.sencrm.identity.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads and writes teams: small tables, read whole or by primary key. */
@ApplicationScoped
class TeamSql {

    private static final String MEMBERS =
            """
            select m.team_id, u.username, u.full_name, u.active as user_active, m.active, m.absent_from, m.absent_to,
                   m.max_open
            from team_member m join app_user u on u.id = m.user_id
            """;

    @Inject
    Database database;

    List<Team> all() {
        return teams(SqlFragment.TRUE);
    }

    Optional<Team> find(long id) {
        return teams(SqlFragment.of("t.id = ?", id)).stream().findFirst();
    }

    private List<Team> teams(SqlFragment which) {
        Map<Long, List<Team.Member>> members = new HashMap<>();
        SqlFragment ofThese = SqlFragment.of(MEMBERS + "where m.team_id in (select t.id from team t where ")
                .then(which);
        database.list(ofThese.then(") order by m.position, m.user_id"), row -> members.computeIfAbsent(
                        row.getLong("team_id"), id -> new ArrayList<>())
                .add(member(row)));
        return database.list(
                SqlFragment.of("select t.id, t.version, t.name, t.mode, t.archived from team t where ")
                        .then(which)
                        .then(" order by t.archived, lower(t.name)"),
                row -> new Team(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getString("name"),
                        TeamMode.valueOf(row.getString("mode")),
                        row.getBoolean("archived"),
                        members.getOrDefault(row.getLong("id"), List.of())));
    }

    private static Team.Member member(ResultSet row) throws SQLException {
        int limit = row.getInt("max_open");
        Integer limitOrNull = row.wasNull() ? null : limit;
        return new Team.Member(
                row.getString("username"),
                row.getString("full_name"),
                row.getBoolean("user_active"),
                row.getBoolean("active"),
                row.getObject("absent_from", LocalDate.class),
                row.getObject("absent_to", LocalDate.class),
                limitOrNull);
    }

    /** The ids of users by their names in lower case; deactivated ones too, as they may stay members. */
    Map<String, Long> users(List<String> names) {
        Map<String, Long> ids = new HashMap<>();
        database.list(
                SqlFragment.of(
                        "select id, lower(username) as name from app_user where lower(username) = any(?::text[])",
                        names),
                row -> ids.put(row.getString("name"), row.getLong("id")));
        return ids;
    }

    boolean isTaken(String name, long exceptId) {
        return database.first(
                        SqlFragment.of("select 1 from team where lower(name) = lower(?) and id <> ?", name, exceptId),
                        row -> 1)
                .isPresent();
    }

    /** The new team's id; nothing when the name was taken meanwhile. */
    Optional<Long> insert(String name, TeamMode mode) {
        return database.first(
                SqlFragment.of(
                        """
                        insert into team (id, name, mode) values (nextval('team_seq'), ?, ?)
                        on conflict do nothing returning id
                        """,
                        name,
                        mode),
                row -> row.getLong(1));
    }

    /** Whether the team still had this version. */
    boolean update(long id, int version, String name, TeamMode mode) {
        return database.update(SqlFragment.of(
                        "update team set name = ?, mode = ?, version = version + 1 where id = ? and version = ?",
                        name,
                        mode,
                        id,
                        version))
                == 1;
    }

    void setArchived(long id, boolean archived) {
        database.update(
                SqlFragment.of("update team set archived = ?, version = version + 1 where id = ?", archived, id));
    }

    /** As a dealing does it first: neither sees half of what the other changes. */
    void lockTurn(long id) {
        database.update(SqlFragment.of("insert into team_turn (team_id) values (?) on conflict do nothing", id));
        database.list(SqlFragment.of("select 1 from team_turn where team_id = ? for update", id), row -> true);
    }

    /** When the one who got the last customer leaves, the turn stays where it is: with the nearest before who stays. */
    void keepTurn(long id, List<Long> staying) {
        database.update(SqlFragment.of(
                """
                update team_turn n set last_user_id = (
                    select m.user_id from team_member m
                    where m.team_id = n.team_id and m.user_id = any(?::bigint[]) and (m.position, m.user_id) < (
                        select l.position, l.user_id from team_member l
                        where l.team_id = n.team_id and l.user_id = n.last_user_id)
                    order by m.position desc, m.user_id desc limit 1)
                where n.team_id = ? and n.last_user_id <> all(?::bigint[])
                """,
                staying,
                id,
                staying));
    }

    /** Puts these in the place of the members that there were, in this order. */
    void putMembers(long id, List<Long> users, List<TeamInput.MemberInput> members) {
        database.update(SqlFragment.of("delete from team_member where team_id = ?", id));
        database.update(SqlFragment.of(
                """
                insert into team_member (team_id, position, user_id, active, absent_from, absent_to, max_open)
                select ?, m.position, m.user_id, m.active, nullif(m.absent_from, '')::date,
                       nullif(m.absent_to, '')::date, nullif(m.max_open, '')::integer
                from unnest(?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                    with ordinality as m(user_id, active, absent_from, absent_to, max_open, position)
                """,
                id,
                users,
                members.stream()
                        .map(member -> Boolean.toString(member.active()))
                        .toList(),
                members.stream().map(member -> text(member.absentFrom())).toList(),
                members.stream().map(member -> text(member.absentTo())).toList(),
                members.stream().map(member -> text(member.limit())).toList()));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
