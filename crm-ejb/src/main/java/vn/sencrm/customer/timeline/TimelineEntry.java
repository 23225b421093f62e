package vn.sencrm.customer.timeline;

/** An item of the timeline with its sort. */
public record TimelineEntry(String sort, TimelineItem item) {}
