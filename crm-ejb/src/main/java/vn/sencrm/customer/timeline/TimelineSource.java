package vn.sencrm.customer.timeline;

import java.time.Instant;
import java.util.List;

/** One sort of entries of the timeline; beans of it are found by CDI. */
public interface TimelineSource {

    /** The sort's name: the filter of the timeline and its label in the bundles ({@code timeline.sort.<name>}). */
    String sort();

    /**
     * The newest items that are not newer than a moment, newest first, by an index that begins with the customer. Always
     * in the same order, whatever the limit. The caller has been found to see the customer.
     */
    List<TimelineItem> upTo(long customerId, Instant latest, int limit);
}
