package vn.sencrm.identity.audit;

import vn.sencrm.common.TextFold;

/**
 * What of the audit is looked for, as it was typed; null or empty for any.
 *
 * @param user a user name, or a full name that only one user has
 * @param entity as in {@code audit_entry}
 * @param record a code, a part of a name, or {@code #} and an id
 * @param field the name of a changed field in JSON
 * @param run the number of an import, a bulk action or another run
 * @param from the first day, in the company's zone
 * @param to the last day
 */
public record AuditSearch(
        String user,
        String entity,
        String record,
        String field,
        String action,
        String cause,
        String run,
        String from,
        String to) {

    public AuditSearch {
        user = clean(user);
        entity = clean(entity);
        record = clean(record);
        field = clean(field);
        action = clean(action);
        cause = clean(cause);
        run = clean(run);
        from = clean(from);
        to = clean(to);
    }

    private static String clean(String text) {
        String clean = TextFold.clean(text);
        return clean == null ? "" : clean;
    }

    String[] binding() {
        return new String[] {"audit", user, entity, record, field, action, cause, run, from, to};
    }
}
