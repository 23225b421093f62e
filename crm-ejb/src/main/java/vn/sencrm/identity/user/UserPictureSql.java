package vn.sencrm.identity.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads and writes {@code user_picture} by its key. */
@ApplicationScoped
class UserPictureSql {

    @Inject
    Database database;

    Optional<UserPicture> find(long userId) {
        return database.first(
                SqlFragment.of("select content_type, data from user_picture where user_id = ?", userId),
                row -> new UserPicture(row.getString("content_type"), row.getBytes("data")));
    }

    void put(long userId, UserPicture picture, Instant now) {
        database.update(SqlFragment.of(
                """
                insert into user_picture (user_id, content_type, data, changed_at) values (?, ?, ?, ?)
                on conflict (user_id) do update set content_type = excluded.content_type, data = excluded.data,
                                                    changed_at = excluded.changed_at
                """,
                userId,
                picture.contentType(),
                picture.data(),
                now));
    }

    void remove(long userId) {
        database.update(SqlFragment.of("delete from user_picture where user_id = ?", userId));
    }
}
