package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** What sign-in and every request read and write of users, each one statement by a unique index. */
@ApplicationScoped
class IdentitySql {

    private static final String ACCOUNT =
            """
            select u.id, u.username, u.full_name, u.stamp, u.language, u.must_change_password, u.password_hash,
                   (select p.changed_at from user_picture p where p.user_id = u.id) as picture_at,
                   r.record_scope, r.sees_teams,
                   array(select team_id from team_member m where m.user_id = u.id order by team_id) as teams,
                   array(select n.id from route_staff s join route n on n.id = s.route_id
                         where s.user_id = u.id and not n.archived and r.sees_routes order by n.id) as routes,
                   array(select right_name from app_role_right g where g.role_code = u.role_code) as rights
            from app_user u join app_role r on r.code = u.role_code
            """;

    /** An account with its stored password, for the check of a sign-in. */
    record Credentials(Account account, String passwordHash) {}

    /** What is remembered of failed attempts. */
    record Attempts(int failures, Instant lockedUntil) {}

    @Inject
    Database database;

    Optional<Account> byId(long id) {
        return database.firstByKeys(SqlFragment.of(ACCOUNT + "where u.id = ? and u.active", id), IdentitySql::account);
    }

    Optional<Account> bySession(long id, long session) {
        String sql = ACCOUNT
                + """
                join sign_in_session s on s.user_id = u.id
                where u.id = ? and s.id = ? and s.ended_at is null and u.active
                """;
        return database.firstByKeys(SqlFragment.of(sql, id, session), IdentitySql::account);
    }

    Optional<Account> byUsername(String username) {
        return database.first(
                SqlFragment.of(ACCOUNT + "where lower(u.username) = lower(?) and u.active", username),
                IdentitySql::account);
    }

    Optional<Account> byTokenHash(byte[] hash, Instant now) {
        String sql = ACCOUNT
                + """
                join api_token t on t.user_id = u.id
                where t.hash = ? and t.revoked_at is null and t.expires_at > ? and u.active
                """;
        return database.firstByKeys(SqlFragment.of(sql, hash, now), IdentitySql::account);
    }

    Optional<Credentials> credentials(String username) {
        return database.first(
                SqlFragment.of(ACCOUNT + "where lower(u.username) = lower(?) and u.active", username),
                row -> new Credentials(account(row), row.getString("password_hash")));
    }

    Optional<Attempts> attempts(String usernameKey) {
        return database.first(
                SqlFragment.of(
                        "select failures, locked_until from sign_in_attempt where username_key = ?", usernameKey),
                row -> new Attempts(row.getInt("failures"), Database.instant(row, "locked_until")));
    }

    /** Counts one more failure and tells how many there are; two servers counting at once both count. */
    int countFailure(String usernameKey, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into sign_in_attempt (username_key, failures, last_failure) values (?, 1, ?)
                                on conflict (username_key) do update
                                set failures = sign_in_attempt.failures + 1, last_failure = excluded.last_failure
                                returning failures
                                """,
                                usernameKey,
                                now),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    void lock(String usernameKey, Instant until) {
        database.update(SqlFragment.of(
                "update sign_in_attempt set locked_until = ? where username_key = ?", until, usernameKey));
    }

    void clearFailures(String usernameKey) {
        database.update(SqlFragment.of("delete from sign_in_attempt where username_key = ?", usernameKey));
    }

    void noteSignIn(long userId, Instant now) {
        database.update(SqlFragment.of("update app_user set last_sign_in_at = ? where id = ?", now, userId));
    }

    void insertToken(long userId, String name, byte[] hash, Instant now, Instant expiresAt) {
        database.update(SqlFragment.of(
                """
                insert into api_token (id, user_id, name, hash, created_at, expires_at)
                values (nextval('api_token_seq'), ?, ?, ?, ?, ?)
                """,
                userId,
                name,
                hash,
                now,
                expiresAt));
    }

    void revokeTokens(long userId, Instant now) {
        database.update(SqlFragment.of(
                "update api_token set revoked_at = ? where user_id = ? and revoked_at is null", now, userId));
    }

    boolean revokeToken(byte[] hash, Instant now) {
        return database.update(SqlFragment.of(
                        "update api_token set revoked_at = ? where hash = ? and revoked_at is null", now, hash))
                > 0;
    }

    void changePassword(long userId, String passwordHash, String stamp) {
        database.update(SqlFragment.of(
                """
                update app_user set password_hash = ?, stamp = ?, must_change_password = false, version = version + 1
                where id = ?
                """,
                passwordHash,
                stamp,
                userId));
    }

    void changeLanguage(long userId, String language) {
        database.update(SqlFragment.of("update app_user set language = ? where id = ?", language, userId));
    }

    boolean isAnybodyThere() {
        return database.first(SqlFragment.of("select 1 from app_user limit 1"), row -> 1)
                .isPresent();
    }

    /** Makes the first user; of two servers that start at once only one does, and is told so. */
    boolean insertFirstUser(String username, String passwordHash, boolean mustChange, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        insert into app_user (id, username, full_name, full_name_fold, role_code, password_hash,
                                              must_change_password, stamp, created_at)
                        values (1, ?, 'Quản trị viên', 'quan tri vien', 'ADMINISTRATOR', ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        username,
                        passwordHash,
                        mustChange,
                        UUID.randomUUID().toString(),
                        now))
                == 1;
    }

    private static Account account(ResultSet row) throws SQLException {
        Set<String> rights =
                new HashSet<>(Arrays.asList((String[]) row.getArray("rights").getArray()));
        rights.add(Right.SIGNED_IN);
        return new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("full_name"),
                row.getString("stamp"),
                rights,
                RecordScope.valueOf(row.getString("record_scope")),
                row.getBoolean("sees_teams"),
                List.of((Long[]) row.getArray("teams").getArray()),
                List.of((Long[]) row.getArray("routes").getArray()),
                row.getString("language"),
                Database.instant(row, "picture_at"),
                row.getBoolean("must_change_password"));
    }
}
