package vn.sencrm.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;

/** What the demo company needs beside its customers. */
@ApplicationScoped
class DemoSql {

    /** Any number that nobody else locks. */
    private static final long LOCK = 7_005_001;

    @Inject
    Database database;

    /** One server at a time, until its transaction ends. */
    void lock() {
        database.list(SqlFragment.of("select pg_advisory_xact_lock(?)", LOCK), row -> true);
    }

    /** Nothing but the first administrator is there. */
    boolean isEmpty() {
        return database.first(
                        SqlFragment.of("select not exists (select from customer)"
                                + " and (select count(*) from app_user) <= 1"),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** The ids by user name. */
    Map<String, Long> insertUsers(List<DemoPeople.User> users, Instant now) {
        Map<String, Long> ids = new HashMap<>();
        users.forEach(user -> ids.put(user.username(), insertUser(user, now)));
        return ids;
    }

    private long insertUser(DemoPeople.User user, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into app_user (id, username, full_name, full_name_fold, role_code, stamp,
                                                      created_at)
                                values (nextval('app_user_seq'), ?, ?, ?, ?, ?, ?) returning id
                                """,
                                user.username(),
                                user.fullName(),
                                TextFold.fold(user.fullName()),
                                user.role(),
                                UUID.randomUUID().toString(),
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    void insertTeams(List<DemoPeople.Team> teams, Map<String, Long> users) {
        for (DemoPeople.Team team : teams) {
            List<Long> members = team.members().stream().map(users::get).toList();
            database.update(SqlFragment.of(
                    """
                    with made as (insert into team (id, name) values (nextval('team_seq'), ?) returning id)
                    insert into team_member (team_id, user_id, position)
                    select made.id, m.id, m.position from made, unnest(?) with ordinality as m(id, position)
                    """,
                    team.name(),
                    members));
        }
    }

    void insertSharedTags(List<String> names) {
        database.update(SqlFragment.of(
                """
                insert into tag (id, name, name_fold)
                select nextval('tag_seq'), t.name, t.fold from unnest(?, ?) as t(name, fold)
                """,
                names,
                names.stream().map(TextFold::fold).toList()));
    }
}
