package vn.sencrm.identity.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** A user's tokens, by their index. */
@ApplicationScoped
class TokenSql {

    private static final int MOST = 100;

    @Inject
    Database database;

    List<Token> valid(long userId, Instant now) {
        return database.list(
                SqlFragment.of(
                        """
                        select id, name, created_at, expires_at from api_token
                        where user_id = ? and revoked_at is null and expires_at > ?
                        order by created_at desc, id desc limit ?
                        """,
                        userId,
                        now,
                        MOST),
                row -> new Token(
                        row.getLong("id"),
                        row.getString("name"),
                        Database.instant(row, "created_at"),
                        Database.instant(row, "expires_at")));
    }

    void revoke(long userId, long id, Instant now) {
        database.update(SqlFragment.of(
                "update api_token set revoked_at = ? where user_id = ? and id = ? and revoked_at is null",
                now,
                userId,
                id));
    }
}
