package vn.sencrm.customer.timeline;

import java.util.List;

/**
 * A part of a timeline.
 *
 * @param next where the older ones begin, null when there are none
 */
public record TimelinePage(List<TimelineEntry> entries, String next) {}
