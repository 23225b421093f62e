package vn.sencrm.audit;

import java.time.Instant;

/**
 * One change of one record.
 *
 * @param actorName full name of the user, null for the system
 * @param version the record's version after the change
 * @param before the changed fields' old values as a JSON object, null for a creation
 * @param after the changed fields' new values as a JSON object
 */
public record AuditEntry(
        Instant at,
        Long actorId,
        String actorName,
        Cause cause,
        String action,
        int version,
        String before,
        String after) {}
