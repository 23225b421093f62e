package vn.sencrm.customer.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.customer.attachment.Attachment;
import vn.sencrm.customer.attachment.AttachmentSql;
import vn.sencrm.customer.timeline.TimelineItem;
import vn.sencrm.customer.timeline.TimelineSource;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Comments with whom they name and what is attached to them; as a part of the timeline, and one by one. */
@ApplicationScoped
class CommentQueries implements TimelineSource {

    @Inject
    CommentSql sql;

    @Inject
    AttachmentSql files;

    @Inject
    CurrentUser currentUser;

    @Override
    public String sort() {
        return "comment";
    }

    @Override
    public List<TimelineItem> upTo(long customerId, Instant latest, int limit) {
        return List.copyOf(comments(customerId, latest, limit));
    }

    /** The newest until a moment, newest first. */
    List<Comment> comments(long customerId, Instant latest, int limit) {
        return complete(sql.upTo(customerId, latest, limit, currentUser.id(), mayDeleteAll()));
    }

    Optional<Comment> find(long customerId, long id) {
        return complete(sql.find(customerId, id, currentUser.id(), mayDeleteAll()).stream()
                        .toList())
                .stream()
                .findFirst();
    }

    private boolean mayDeleteAll() {
        return currentUser.get().may(Right.CUSTOMER_DELETE);
    }

    private List<Comment> complete(List<Comment> comments) {
        if (comments.isEmpty()) {
            return comments;
        }
        List<Long> ids = comments.stream().map(Comment::id).toList();
        Map<Long, Map<String, String>> names = sql.mentioned(ids);
        Map<Long, List<Attachment>> attached = files.ofComments(ids, currentUser.id());
        return comments.stream()
                .map(comment -> comment.with(
                        Mentions.parts(comment.text(), names.getOrDefault(comment.id(), Map.of())),
                        attached.getOrDefault(comment.id(), List.of())))
                .toList();
    }
}
