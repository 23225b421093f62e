package vn.sencrm.notification;

import java.io.Serializable;
import java.time.Instant;

/**
 * One line under the bell.
 *
 * @param kind what happened: {@code notification.kind.<kind>} in the bundles is its sentence
 * @param actorName full name of whoever did it, null for the system
 * @param subject what it is about, as it was called then
 * @param excerpt some words of it, or null
 * @param page where it leads, from the context root
 * @param readAt null as long as it is unread
 */
public record Notification(
        long id, Instant at, String kind, String actorName, String subject, String excerpt, String page, Instant readAt)
        implements Serializable {

    public boolean isUnread() {
        return readAt == null;
    }
}
