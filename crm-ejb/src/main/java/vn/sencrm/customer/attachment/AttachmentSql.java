package vn.sencrm.customer.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Which files belong to which customer and comment. */
@ApplicationScoped
public class AttachmentSql {

    private static final String SELECT =
            """
            select f.id, k.customer_id, k.comment_id, f.name, f.content_type, f.size, f.created_by, f.created_at,
                   u.full_name
            from customer_file k join stored_file f on f.id = k.file_id join app_user u on u.id = f.created_by
            where
            """;

    @Inject
    Database database;

    /** @param commentId null for a file of the customer alone */
    void insert(long fileId, long customerId, Long commentId) {
        database.update(SqlFragment.of(
                "insert into customer_file (file_id, customer_id, comment_id) values (?, ?, ?)",
                fileId,
                customerId,
                commentId == null ? Database.Null.BIGINT : commentId));
    }

    Optional<Attachment> find(long customerId, long fileId, long userId) {
        return read(SqlFragment.of(SELECT + "k.customer_id = ? and k.file_id = ?", customerId, fileId), userId).stream()
                .findFirst();
    }

    /** The newest of a customer, newest first. */
    List<Attachment> newest(long customerId, int limit, long userId) {
        return read(
                SqlFragment.of(SELECT + "k.customer_id = ? order by k.file_id desc limit ?", customerId, limit),
                userId);
    }

    long count(long customerId) {
        return database.first(
                        SqlFragment.of("select count(*) from customer_file where customer_id = ?", customerId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** The files of comments, by comment. */
    public Map<Long, List<Attachment>> ofComments(Collection<Long> commentIds, long userId) {
        return read(SqlFragment.of(SELECT + "k.comment_id = any (?) order by k.file_id", commentIds), userId).stream()
                .collect(Collectors.groupingBy(Attachment::commentId));
    }

    private List<Attachment> read(SqlFragment query, long userId) {
        return database.list(
                query,
                row -> new Attachment(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        Database.longOrNull(row, "comment_id"),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        row.getString("full_name"),
                        Database.instant(row, "created_at"),
                        row.getLong("created_by") == userId));
    }
}
