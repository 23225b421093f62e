package vn.sencrm.identity.audit;

import java.time.Instant;
import java.util.List;

/**
 * A part of what was found, newest first.
 *
 * @param next where to look on, null at the end
 * @param lookedUntil the moment of the last entry that was looked at, where the look ended before the page was full; else
 *     null
 */
public record AuditPage(List<AuditHit> items, String next, Instant lookedUntil) {}
