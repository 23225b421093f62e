package vn.sencrm.identity.audit;

import java.time.Instant;
import java.util.List;
import vn.sencrm.audit.Cause;

/**
 * An {@link AuditSearch}, checked and looked up; null for any.
 *
 * @param named what the entries of an entity without a table must tell of their record
 * @param until the first moment after
 */
record AuditConditions(
        Long actor,
        String entity,
        List<RecordKey> records,
        String named,
        String field,
        String action,
        Cause.Type cause,
        Long run,
        Instant from,
        Instant until) {

    /** The same, but not of before a moment. */
    AuditConditions since(Instant moment) {
        boolean later = from == null || from.isBefore(moment);
        return new AuditConditions(
                actor, entity, records, named, field, action, cause, run, later ? moment : from, until);
    }

    /** One record of any entity. */
    record RecordKey(String entity, long id) {}
}
