/**
 * What happened with a customer, of every sort, newest first. A feature joins by a {@link
 * vn.sencrm.customer.timeline.TimelineSource}, found by CDI, and puts its items into words in the web module.
 */
package vn.sencrm.customer.timeline;
