package vn.sencrm.customer.timeline;

import java.time.Instant;

/** Something that happened with a customer. */
public interface TimelineItem {

    /** When it happened. */
    Instant at();
}
