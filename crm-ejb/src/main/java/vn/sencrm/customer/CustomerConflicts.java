package vn.sencrm.customer;

import java.util.ArrayList;
import java.util.List;
import vn.sencrm.audit.AuditEntry;

/** Compares what an editor wants with what others did since: three ways, field by field. */
final class CustomerConflicts {

    private CustomerConflicts() {}

    /**
     * @param mine the fields that the editor wants to be different from what they are now
     * @param since the changes since the editor's version, oldest first
     */
    static List<FieldConflict> between(CustomerDocument mine, List<AuditEntry> since) {
        List<FieldConflict> conflicts = new ArrayList<>();
        for (CustomerField field : mine.fields()) {
            FieldConflict conflict = null;
            for (AuditEntry entry : since) {
                CustomerDocument after = CustomerDocument.parse(entry.after());
                if (after.has(field)) {
                    Object base = conflict == null ? before(entry, field) : conflict.base();
                    conflict = new FieldConflict(
                            field, base, after.get(field), mine.get(field), entry.actorName(), entry.at());
                }
            }
            if (conflict != null) {
                conflicts.add(conflict);
            }
        }
        return conflicts;
    }

    private static Object before(AuditEntry entry, CustomerField field) {
        return entry.before() == null
                ? null
                : CustomerDocument.parse(entry.before()).get(field);
    }
}
