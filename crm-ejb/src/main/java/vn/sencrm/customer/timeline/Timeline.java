package vn.sencrm.customer.timeline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.identity.Right;

/** Merges what every {@link TimelineSource} knows of a customer, newest first. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class Timeline {

    /** More entries than these of one moment are not paged through. */
    private static final int MOST_OF_ONE_MOMENT = 1_000;

    /** Later than anything, whatever the clocks of servers say. */
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    @Inject
    @Any
    Instance<TimelineSource> sources;

    @Inject
    CustomerAccess access;

    /** The sorts of entries that there are. */
    public List<String> sorts() {
        return sources.stream().map(TimelineSource::sort).sorted().toList();
    }

    /**
     * One page, newest first.
     *
     * @param sort one sort, or null for all
     * @param after the {@code next} of the page before, or null
     * @throws NotFoundException when there is no such customer or the caller may not see it
     */
    public TimelinePage page(long customerId, String sort, String after, int size) {
        access.requireVisible(customerId);
        String[] binding = {"timeline", Long.toString(customerId), String.valueOf(sort)};
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, binding);
        Instant latest = position == null ? LAST : position.instantAt(0);
        int passed = position == null ? 0 : (int) Math.min(position.longAt(1), MOST_OF_ONE_MOMENT);
        List<TimelineEntry> found = newest(customerId, sort, latest, passed + size + 1);
        List<TimelineEntry> rest = found.subList(Math.min(passed, found.size()), found.size());
        if (rest.size() <= size) {
            return new TimelinePage(List.copyOf(rest), null);
        }
        Instant last = rest.get(size - 1).item().at();
        long sharing = found.subList(0, passed + size).stream()
                .filter(entry -> entry.item().at().equals(last))
                .count();
        return new TimelinePage(
                List.copyOf(rest.subList(0, size)), Cursor.after(last, sharing).encode(binding));
    }

    /** Stable: entries of one moment stand in the order of their sorts, and within one in its own order. */
    private List<TimelineEntry> newest(long customerId, String sort, Instant latest, int limit) {
        List<TimelineEntry> all = new ArrayList<>();
        sources.stream()
                .filter(source -> sort == null || source.sort().equals(sort))
                .sorted(Comparator.comparing(TimelineSource::sort))
                .forEach(source -> source.upTo(customerId, latest, limit)
                        .forEach(item -> all.add(new TimelineEntry(source.sort(), item))));
        all.sort(
                Comparator.comparing((TimelineEntry entry) -> entry.item().at()).reversed());
        return all.size() > limit ? all.subList(0, limit) : all;
    }
}
