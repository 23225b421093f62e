package vn.sencrm.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** The caller's own notifications. */
@Stateless
@RolesAllowed(Right.SIGNED_IN)
public class Notifications {

    /** The bell counts no further. */
    public static final int MOST_COUNTED = 100;

    /** What users may be told of, each of which they may not want. */
    public static final List<String> KINDS = List.of("MENTION", "JOB_MISSED", "SCHEDULES_STOPPED");

    /** What only they are told of who run jobs. */
    private static final Set<String> OF_OPERATORS = Set.of("JOB_MISSED", "SCHEDULES_STOPPED");

    private static final String BINDING = "notifications";

    @Inject
    NotificationSql sql;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The kinds that the caller can be told of. */
    public List<String> kinds() {
        boolean operator = currentUser.get().rights().contains(Right.JOB_RUN);
        return KINDS.stream()
                .filter(kind -> operator || !OF_OPERATORS.contains(kind))
                .toList();
    }

    /** The kinds that the caller wants to be told of. */
    public List<String> wanted() {
        Set<String> unwanted = sql.unwanted(currentUser.id());
        return kinds().stream().filter(kind -> !unwanted.contains(kind)).toList();
    }

    /** The caller wants to be told of these kinds from now on, and of no others. */
    public void want(Collection<String> wanted) {
        Map<Boolean, List<String>> kinds = kinds().stream().collect(Collectors.partitioningBy(wanted::contains));
        sql.want(currentUser.id(), kinds.get(true), kinds.get(false));
    }

    /** How many are unread, {@link #MOST_COUNTED} at most. */
    public int unread() {
        return sql.unread(currentUser.id(), MOST_COUNTED);
    }

    /** One page, newest first; without a total. */
    public Page<Notification> page(String after, int size) {
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, BINDING);
        List<Notification> found = sql.page(currentUser.id(), position, size);
        boolean more = found.size() > size;
        List<Notification> shown = more ? found.subList(0, size) : found;
        String next = more ? next(shown.get(size - 1)) : null;
        return new Page<>(shown, shown.size(), !more && position == null, next, null);
    }

    private static String next(Notification last) {
        return Cursor.after(last.at(), last.id()).encode(BINDING);
    }

    /**
     * Marks one as read and gives it.
     *
     * @throws NotFoundException when the caller has none with this id
     */
    public Notification open(long id) {
        Notification found =
                sql.find(currentUser.id(), id).orElseThrow(() -> new NotFoundException("notification", id));
        sql.markRead(currentUser.id(), id, clock.instant());
        return found;
    }

    public void markAllRead() {
        sql.markAllRead(currentUser.id(), clock.instant());
    }
}
