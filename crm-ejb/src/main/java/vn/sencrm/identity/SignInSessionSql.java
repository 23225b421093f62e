package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads and writes {@code sign_in_session}, each by a key. */
@ApplicationScoped
class SignInSessionSql {

    private static final int MOST = 100;

    @Inject
    Database database;

    long insert(Account account, String address, String agent, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into sign_in_session (id, user_id, stamp, address, agent, started_at, last_seen_at)
                                values (nextval('sign_in_session_seq'), ?, ?, ?, ?, ?, ?) returning id
                                """,
                                account.id(),
                                account.stamp(),
                                nullable(address),
                                nullable(agent),
                                now,
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static Object nullable(String text) {
        return text == null ? Database.Null.TEXT : text;
    }

    void seen(long id, Instant now) {
        database.update(SqlFragment.of("update sign_in_session set last_seen_at = ? where id = ?", now, id));
    }

    void renew(long id, String stamp) {
        database.update(SqlFragment.of("update sign_in_session set stamp = ? where id = ?", stamp, id));
    }

    void end(long userId, long id, Instant now) {
        database.update(SqlFragment.of(
                "update sign_in_session set ended_at = ? where id = ? and user_id = ? and ended_at is null",
                now,
                id,
                userId));
    }

    List<SignInSession> of(long userId, Instant seenAfter, Instant startedAfter) {
        return database.list(
                SqlFragment.of(
                        """
                        select s.id, s.started_at, s.last_seen_at, s.address, s.agent
                        from sign_in_session s join app_user u on u.id = s.user_id and u.stamp = s.stamp
                        where s.user_id = ? and s.ended_at is null and s.last_seen_at > ? and s.started_at > ?
                        order by s.last_seen_at desc, s.id desc limit ?
                        """,
                        userId,
                        seenAfter,
                        startedAfter,
                        MOST),
                row -> new SignInSession(
                        row.getLong("id"),
                        Database.instant(row, "started_at"),
                        Database.instant(row, "last_seen_at"),
                        row.getString("address"),
                        row.getString("agent")));
    }
}
