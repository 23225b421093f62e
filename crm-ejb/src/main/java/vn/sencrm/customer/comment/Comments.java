package vn.sencrm.customer.comment;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Excerpt;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.customer.StaleCustomerException;
import vn.sencrm.customer.attachment.Attachments;
import vn.sencrm.file.Upload;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Accounts;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.notification.NotificationSql;

/** Comments on customers (CUS-21): everybody who sees a customer reads and writes them; authors change their own. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class Comments {

    /** The longest comment, in characters. */
    public static final int LIMIT = 5_000;

    private static final String ENTITY = "comment";
    private static final String FIELD = "text";
    private static final int EXCERPT = 200;

    /** Later than anything, whatever the clocks of servers say. */
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    /** What became of a comment: its id (0 when it was files alone), and whom it names who may not see the customer and was not told. */
    public record Written(long id, List<String> notTold) {}

    /** A colleague who can be named. */
    public record Colleague(String username, String fullName) {}

    @Inject
    CommentSql sql;

    @Inject
    CommentQueries queries;

    @Inject
    CustomerAccess access;

    @Inject
    Attachments attachments;

    @Inject
    NotificationSql notifications;

    @Inject
    AuditSql audit;

    @Inject
    Accounts accounts;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * Writes a comment with its files; active users whom it names and who see the customer are told. Files without a
     * text are attached to the customer alone.
     *
     * @throws NotFoundException when there is no such customer or the caller may not see it
     * @throws InvalidInputException for nothing at all, or a text that is too long
     */
    public Written write(long customerId, String text, List<Upload> files, Cause cause) {
        String customer = access.holdVisible(customerId);
        if (!files.isEmpty() && TextFold.clean(text == null ? "" : text).isEmpty()) {
            files.forEach(file -> attachments.attach(customerId, null, file, cause));
            return new Written(0, List.of());
        }
        String clean = checked(text);
        long id = sql.insert(customerId, currentUser.id(), clean, clock.instant());
        files.forEach(file -> attachments.attach(customerId, id, file, cause));
        return new Written(id, tell(customerId, customer, id, clean));
    }

    /**
     * Changes one's own comment; whom it names now for the first time is told.
     *
     * @throws NotFoundException when there is none or it is somebody else's
     * @throws StaleCustomerException when it was changed since that version
     */
    public Written change(long customerId, long id, int version, String text, Cause cause) {
        String customer = access.requireVisible(customerId);
        Comment comment = find(customerId, id, Comment::mine);
        String clean = checked(text);
        if (!sql.update(id, version, clean, clock.instant())) {
            throw new StaleCustomerException(comment.version(), List.of());
        }
        write(cause, comment, version + 1, AuditSql.UPDATE, clean);
        return new Written(id, tell(customerId, customer, id, clean));
    }

    /**
     * Deletes one's own comment, or with the right to delete customers any; its files go with it.
     *
     * @throws NotFoundException when there is none, or it is not the caller's to delete
     */
    public void delete(long customerId, long id, Cause cause) {
        access.requireVisible(customerId);
        Comment comment = find(customerId, id, Comment::deletable);
        sql.delete(id);
        write(cause, comment, comment.version() + 1, AuditSql.DELETE, null);
    }

    /** One comment of a customer that the caller sees. */
    public Comment get(long customerId, long id) {
        access.requireVisible(customerId);
        return find(customerId, id, comment -> true);
    }

    /** One page of a customer's comments, newest first. */
    public Page<Comment> page(long customerId, String after, int size) {
        access.requireVisible(customerId);
        String binding = ENTITY + customerId;
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, binding);
        int passed = position == null ? 0 : (int) Math.min(position.longAt(1), 1_000);
        Instant latest = position == null ? LAST : position.instantAt(0);
        List<Comment> found = queries.comments(customerId, latest, passed + size + 1);
        List<Comment> rest = found.subList(Math.min(passed, found.size()), found.size());
        boolean more = rest.size() > size;
        List<Comment> shown = more ? rest.subList(0, size) : rest;
        String next = more
                ? Cursor.after(shown.get(size - 1).at(), sameTime(found, shown)).encode(binding)
                : null;
        return new Page<>(shown, sql.count(customerId), true, next, null);
    }

    /** How many up to the page's end share its last time: they are passed over on the next page. */
    private static long sameTime(List<Comment> found, List<Comment> shown) {
        Comment last = shown.get(shown.size() - 1);
        return found.subList(0, found.indexOf(last) + 1).stream()
                .filter(comment -> comment.at().equals(last.at()))
                .count();
    }

    /** Whom one may name, by a beginning of a word of their name or of their user name. */
    public List<Colleague> colleagues(String typed) {
        return sql.startingWith(TextFold.clean(typed == null ? "" : typed), 8).stream()
                .map(user -> new Colleague(user.username(), user.fullName()))
                .toList();
    }

    private Comment find(long customerId, long id, Predicate<Comment> allowed) {
        return queries.find(customerId, id).filter(allowed).orElseThrow(() -> new NotFoundException(ENTITY, id));
    }

    private static String checked(String text) {
        String clean = TextFold.cleanLines(text == null ? "" : text);
        if (clean.isEmpty()) {
            throw new InvalidInputException(List.of(new FieldProblem(FIELD, "REQUIRED")));
        }
        if (clean.length() > LIMIT) {
            throw new InvalidInputException(List.of(new FieldProblem(FIELD, "TOO_LONG", Integer.toString(LIMIT))));
        }
        return clean;
    }

    /** Answers the names of those who may not see the customer: they are not told, the author learns it. */
    private List<String> tell(long customerId, String customer, long commentId, String text) {
        Set<String> names = Mentions.in(text);
        if (names.isEmpty()) {
            return List.of();
        }
        List<Long> told = new ArrayList<>();
        List<String> notTold = new ArrayList<>();
        for (CommentSql.Named user : sql.named(names)) {
            Account account = accounts.byId(user.id()).orElseThrow();
            if (access.isVisible(customerId, account)) {
                told.add(user.id());
            } else {
                notTold.add(user.fullName());
            }
        }
        if (!told.isEmpty()) {
            notify(customerId, customer, commentId, text, told);
        }
        return notTold;
    }

    private void notify(long customerId, String customer, long commentId, String text, List<Long> users) {
        List<Long> fresh = new ArrayList<>(sql.mention(commentId, users));
        fresh.remove(Long.valueOf(currentUser.id()));
        notifications.tell(
                fresh,
                "MENTION",
                currentUser.id(),
                customerId,
                customer,
                Excerpt.of(text, EXCERPT),
                "/customer/detail.xhtml?id=" + customerId + "#comment-" + commentId,
                clock.instant());
    }

    private void write(Cause cause, Comment comment, int version, String action, String after) {
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                comment.id(),
                version,
                action,
                json(comment.customerId(), comment.text()),
                json(comment.customerId(), after));
    }

    private static String json(long customerId, String text) {
        var json = JSON.createObjectBuilder().add("customer", customerId);
        return (text == null ? json.addNull(FIELD) : json.add(FIELD, text))
                .build()
                .toString();
    }
}
