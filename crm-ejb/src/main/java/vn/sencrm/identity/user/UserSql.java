package vn.sencrm.identity.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Right;

/** Reads and writes users; there are thousands at most, so that a search reads the table. */
@ApplicationScoped
class UserSql {

    /** Any number that nobody else locks. */
    private static final long ADMINISTRATION_LOCK = 7_010_002;

    private static final String USER =
            """
            select u.id, u.version, u.username, u.full_name, u.full_name_fold, u.email, u.phone, u.language,
                   u.role_code, u.active, u.must_change_password, u.last_sign_in_at, u.created_at, u.signature,
                   (select p.changed_at from user_picture p where p.user_id = u.id) as picture_at
            from app_user u
            """;

    @Inject
    Database database;

    Optional<User> find(long id) {
        return database.first(SqlFragment.of(USER + "where u.id = ?", id), UserSql::user);
    }

    /** The user, kept from other changes and from being given customers until the transaction ends. */
    Optional<User> lock(long id) {
        return database.first(SqlFragment.of(USER + "where u.id = ? for update", id), UserSql::user);
    }

    List<User> list(SqlFragment where, int limit) {
        return database.list(
                SqlFragment.of(USER + "where ")
                        .then(where)
                        .then(SqlFragment.of(" order by u.full_name_fold, u.id limit ?", limit)),
                UserSql::user);
    }

    int count(SqlFragment where) {
        return database.first(
                        SqlFragment.of("select count(*) from app_user u where ").then(where), row -> row.getInt(1))
                .orElseThrow();
    }

    /** Every word of the text occurs in the name, or the text in the user name, e-mail or phone. */
    SqlFragment matching(String text) {
        SqlFragment words = SqlFragment.TRUE;
        String fold = TextFold.fold(text);
        for (String word : fold.split(" ")) {
            words = words.and(SqlFragment.of("u.full_name_fold like ?", "%" + escaped(word) + "%"));
        }
        String part = "%" + escaped(TextFold.clean(text).toLowerCase(java.util.Locale.ROOT)) + "%";
        return words.or(SqlFragment.of(
                "(lower(u.username) like ? or lower(u.email) like ? or u.phone like ?)", part, part, part));
    }

    SqlFragment inState(boolean active) {
        return SqlFragment.of("u.active = ?", active);
    }

    SqlFragment inRole(String role) {
        return SqlFragment.of("u.role_code = ?", role);
    }

    SqlFragment beyond(String nameFold, long id) {
        return SqlFragment.of("(u.full_name_fold, u.id) > (?, ?)", nameFold, id);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    Set<String> roles() {
        return new HashSet<>(database.list(SqlFragment.of("select code from app_role"), row -> row.getString(1)));
    }

    boolean isTaken(String username) {
        return database.first(
                        SqlFragment.of("select 1 from app_user where lower(username) = lower(?)", username), row -> 1)
                .isPresent();
    }

    /** The new user's id; nothing when the name was taken meanwhile. */
    Optional<Long> insert(UserInput input, String passwordHash, Instant now) {
        return database.first(
                SqlFragment.of(
                        """
                        insert into app_user (id, username, full_name, full_name_fold, email, phone, language,
                                              role_code, password_hash, must_change_password, stamp, created_at)
                        values (nextval('app_user_seq'), ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?)
                        on conflict do nothing returning id
                        """,
                        input.username(),
                        input.fullName(),
                        TextFold.fold(input.fullName()),
                        nullable(input.email()),
                        nullable(input.phone()),
                        nullable(input.language()),
                        input.role(),
                        passwordHash,
                        UUID.randomUUID().toString(),
                        now),
                row -> row.getLong(1));
    }

    void update(long id, UserInput input) {
        database.update(SqlFragment.of(
                """
                update app_user set full_name = ?, full_name_fold = ?, email = ?, phone = ?, language = ?,
                                    role_code = ?, version = version + 1
                where id = ?
                """,
                input.fullName(),
                TextFold.fold(input.fullName()),
                nullable(input.email()),
                nullable(input.phone()),
                nullable(input.language()),
                input.role(),
                id));
    }

    void sign(long id, String signature) {
        database.update(SqlFragment.of("update app_user set signature = ? where id = ?", nullable(signature), id));
    }

    /** Sessions end with the stamp, tokens by being revoked. */
    void setActive(long id, boolean active, Instant now) {
        database.update(
                SqlFragment.of("update app_user set active = ?, version = version + 1 where id = ?", active, id));
        endSessions(id, now);
    }

    void givePassword(long id, String passwordHash, Instant now) {
        database.update(SqlFragment.of(
                """
                with known as (
                    update app_user set password_hash = ?, must_change_password = true, version = version + 1
                    where id = ? returning username)
                delete from sign_in_attempt a using known where a.username_key = lower(known.username)
                """,
                passwordHash,
                id));
        endSessions(id, now);
    }

    void endSessions(long id, Instant now) {
        database.update(SqlFragment.of(
                "update app_user set stamp = ? where id = ?", UUID.randomUUID().toString(), id));
        database.update(SqlFragment.of(
                "update api_token set revoked_at = ? where user_id = ? and revoked_at is null", now, id));
    }

    void lockAdministration() {
        database.list(SqlFragment.of("select pg_advisory_xact_lock(?)", ADMINISTRATION_LOCK), row -> true);
    }

    boolean isAnyAdministrator() {
        return database.first(
                        SqlFragment.of(
                                """
                                select 1 from app_user u join app_role_right r on r.role_code = u.role_code
                                where u.active and r.right_name = ? limit 1
                                """,
                                Right.USER_MANAGE),
                        row -> 1)
                .isPresent();
    }

    private static Object nullable(String text) {
        return text == null ? Database.Null.TEXT : text;
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("username"),
                row.getString("full_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                row.getString("signature"),
                Database.instant(row, "picture_at"),
                row.getString("role_code"),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                Database.instant(row, "last_sign_in_at"),
                Database.instant(row, "created_at"));
    }
}
