package vn.sencrm.customer.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;

/** Writes and reads comments: of one customer by its index, one by its id. */
@ApplicationScoped
class CommentSql {

    /** A user whom a comment names. */
    record Named(long id, String username, String fullName) {}

    private static final String SELECT =
            """
            select m.id, m.version, m.customer_id, m.author_id, m.text, m.created_at, m.edited_at, u.username, u.full_name
            from customer_comment m join app_user u on u.id = m.author_id
            where m.customer_id = ?
            """;

    @Inject
    Database database;

    long insert(long customerId, long authorId, String text, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into customer_comment (id, customer_id, author_id, text, created_at)
                                values (nextval('customer_comment_seq'), ?, ?, ?, ?) returning id
                                """,
                                customerId,
                                authorId,
                                text,
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** False when it has another version by now. */
    boolean update(long id, int version, String text, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update customer_comment set text = ?, edited_at = ?, version = version + 1
                        where id = ? and version = ?
                        """,
                        text,
                        now,
                        id,
                        version))
                == 1;
    }

    /** With the files that belong to it. */
    void delete(long id) {
        database.update(SqlFragment.of(
                "delete from stored_file where id in (select file_id from customer_file where comment_id = ?)", id));
        database.update(SqlFragment.of("delete from customer_comment where id = ?", id));
    }

    Optional<Comment> find(long customerId, long id, long userId, boolean mayDeleteAll) {
        return read(SqlFragment.of(SELECT + "and m.id = ?", customerId, id), userId, mayDeleteAll).stream()
                .findFirst();
    }

    /** Newest first. */
    List<Comment> upTo(long customerId, Instant latest, int limit, long userId, boolean mayDeleteAll) {
        SqlFragment query = SqlFragment.of(
                SELECT + "and m.created_at <= ? order by m.created_at desc, m.id desc limit ?",
                customerId,
                latest,
                limit);
        return read(query, userId, mayDeleteAll);
    }

    long count(long customerId) {
        return database.first(
                        SqlFragment.of("select count(*) from customer_comment where customer_id = ?", customerId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** The active users with these names, given in lower case. */
    List<Named> named(Collection<String> usernames) {
        return database.list(
                SqlFragment.of(
                        "select id, username, full_name from app_user where lower(username) = any (?) and active",
                        usernames),
                CommentSql::user);
    }

    /** Full names by comment and user name in lower case. */
    Map<Long, Map<String, String>> mentioned(Collection<Long> commentIds) {
        return database
                .list(
                        SqlFragment.of(
                                """
                                select t.comment_id, lower(u.username) username, u.full_name
                                from customer_comment_mention t join app_user u on u.id = t.user_id
                                where t.comment_id = any (?)
                                """,
                                commentIds),
                        row -> Map.entry(
                                row.getLong("comment_id"),
                                Map.entry(row.getString("username"), row.getString("full_name"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.toMap(mention -> mention.getValue().getKey(), mention -> mention.getValue()
                                .getValue())));
    }

    /** Tells which of the users the comment did not name before. */
    List<Long> mention(long commentId, Collection<Long> userIds) {
        return database.list(
                SqlFragment.of(
                        """
                        insert into customer_comment_mention (comment_id, user_id)
                        select ?, u.id from unnest(?) u(id) on conflict do nothing returning user_id
                        """,
                        commentId,
                        userIds),
                row -> row.getLong(1));
    }

    /** Active users of whose name or user name a word begins so, for who types an @. */
    List<Named> startingWith(String typed, int limit) {
        String pattern = TextFold.likePattern(TextFold.fold(typed));
        return database.list(
                SqlFragment.of(
                        """
                        select id, username, full_name from app_user
                        where active and (lower(username) like ? or ' ' || full_name_fold like ?)
                        order by full_name_fold limit ?
                        """,
                        pattern + "%",
                        "% " + pattern + "%",
                        limit),
                CommentSql::user);
    }

    private static Named user(ResultSet row) throws SQLException {
        return new Named(row.getLong("id"), row.getString("username"), row.getString("full_name"));
    }

    private List<Comment> read(SqlFragment query, long userId, boolean mayDeleteAll) {
        return database.list(query, row -> {
            boolean mine = row.getLong("author_id") == userId;
            return new Comment(
                    row.getLong("id"),
                    row.getInt("version"),
                    row.getLong("customer_id"),
                    row.getString("full_name"),
                    row.getString("username"),
                    row.getString("text"),
                    Database.instant(row, "created_at"),
                    Database.instant(row, "edited_at"),
                    mine,
                    mine || mayDeleteAll,
                    List.of(),
                    List.of());
        });
    }
}
