package vn.sencrm.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Writes and reads {@code notification}; each statement by an index of one user. */
@ApplicationScoped
public class NotificationSql {

    @Inject
    Database database;

    /**
     * Tells users of something, in the caller's transaction; those who do not want this kind are left out.
     *
     * @param actorId who did it, 0 for the system
     * @param customerId the customer that it is about, with whom the notification goes; 0 for none
     * @param excerpt may be null
     */
    public void tell(
            Collection<Long> userIds,
            String kind,
            long actorId,
            long customerId,
            String subject,
            String excerpt,
            String page,
            Instant at) {
        if (userIds.isEmpty()) {
            return;
        }
        database.update(SqlFragment.of(
                """
                insert into notification (id, user_id, at, kind, actor_id, customer_id, subject, excerpt, page)
                select nextval('notification_seq'), u.id, ?, ?, nullif(?::bigint, 0), nullif(?::bigint, 0), ?, ?, ?
                from unnest(?) u(id)
                where not exists (select from notification_off o where o.user_id = u.id and o.kind = ?)
                """,
                at,
                kind,
                actorId,
                customerId,
                subject,
                excerpt == null ? Database.Null.TEXT : excerpt,
                page,
                userIds,
                kind));
    }

    Set<String> unwanted(long userId) {
        return Set.copyOf(database.list(
                SqlFragment.of("select kind from notification_off where user_id = ?", userId),
                row -> row.getString(1)));
    }

    void want(long userId, Collection<String> wanted, Collection<String> unwanted) {
        database.update(SqlFragment.of(
                "delete from notification_off where user_id = ? and kind = any(?::text[])", userId, wanted));
        database.update(SqlFragment.of(
                """
                insert into notification_off (user_id, kind) select ?, kind from unnest(?::text[]) as k (kind)
                on conflict do nothing
                """,
                userId,
                unwanted));
    }

    /** How many a user has not read, looking no further than a limit. */
    int unread(long userId, int limit) {
        return database.first(
                        SqlFragment.of(
                                """
                                select count(*) from (
                                    select 1 from notification where user_id = ? and read_at is null limit ?) n
                                """,
                                userId,
                                limit),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** One more than asked for tells whether there are more. */
    List<Notification> page(long userId, Cursor position, int size) {
        SqlFragment before = position == null
                ? SqlFragment.TRUE
                : SqlFragment.of("(n.at, n.id) < (?, ?)", position.instantAt(0), position.longAt(1));
        return read(SqlFragment.of(SELECT + "where n.user_id = ? and ", userId)
                .then(before)
                .then(SqlFragment.of(" order by n.at desc, n.id desc limit ?", size + 1)));
    }

    Optional<Notification> find(long userId, long id) {
        return read(SqlFragment.of(SELECT + "where n.user_id = ? and n.id = ?", userId, id)).stream()
                .findFirst();
    }

    void markRead(long userId, long id, Instant now) {
        database.update(SqlFragment.of(
                "update notification set read_at = ? where id = ? and user_id = ? and read_at is null",
                now,
                id,
                userId));
    }

    void markAllRead(long userId, Instant now) {
        database.update(SqlFragment.of(
                "update notification set read_at = ? where user_id = ? and read_at is null", now, userId));
    }

    int deleteRead(Instant before, int atMost) {
        return database.update(SqlFragment.of(
                "delete from notification where id in (select id from notification where read_at < ? limit ?)",
                before,
                atMost));
    }

    private static final String SELECT =
            """
            select n.id, n.at, n.kind, a.full_name, n.subject, n.excerpt, n.page, n.read_at
            from notification n left join app_user a on a.id = n.actor_id
            """;

    private List<Notification> read(SqlFragment query) {
        return database.list(
                query,
                row -> new Notification(
                        row.getLong("id"),
                        Database.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("full_name"),
                        row.getString("subject"),
                        row.getString("excerpt"),
                        row.getString("page"),
                        Database.instant(row, "read_at")));
    }
}
