package vn.sencrm.web.customer;

import java.util.List;
import vn.sencrm.customer.timeline.TimelineItem;
import vn.sencrm.web.customer.CustomerTimeline.Entry;

/** Puts the timeline's items of one sort into words; found by CDI for each {@code TimelineSource} of the domain. */
interface TimelineTeller {

    /** The sort of the items that it knows. */
    String sort();

    /** An entry for each item, in their order. */
    List<Entry> tell(List<TimelineItem> items);
}
