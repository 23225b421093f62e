package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.customer.comment.Comment;
import vn.sencrm.customer.timeline.TimelineEntry;
import vn.sencrm.customer.timeline.TimelineItem;

/** The timeline of a customer in words: each sort of entries by its {@link TimelineTeller}. */
@RequestScoped
public class CustomerTimeline {

    /**
     * One entry; its title counts where its only line says more.
     *
     * @param comment null for all but comments
     */
    public record Entry(String icon, String title, String who, Instant at, List<Line> lines, Comment comment) {}

    /**
     * One field of a change; an empty text is no value.
     *
     * @param name in JSON, {@code attributes.<code>} for an attribute
     * @param change the version to which the change led
     * @param restorable whether the value before can be given back
     */
    public record Line(String name, String field, String before, String after, int change, boolean restorable) {}

    @Inject
    @Any
    Instance<TimelineTeller> tellers;

    /** The entries in words, in their order; a sort that nobody can tell is left out. */
    List<Entry> of(List<TimelineEntry> entries) {
        Map<String, List<TimelineItem>> items = entries.stream()
                .collect(Collectors.groupingBy(
                        TimelineEntry::sort, Collectors.mapping(TimelineEntry::item, Collectors.toList())));
        Map<String, Iterator<Entry>> told = new HashMap<>();
        tellers.forEach(teller -> {
            List<TimelineItem> own = items.getOrDefault(teller.sort(), List.of());
            if (!own.isEmpty()) {
                told.put(teller.sort(), teller.tell(own).iterator());
            }
        });
        return entries.stream()
                .filter(entry -> told.containsKey(entry.sort()))
                .map(entry -> told.get(entry.sort()).next())
                .toList();
    }
}
