package vn.sencrm.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.sencrm.audit.AuditEntry;

/** Compares what an editor wants with what others did since: three ways, field by field, attribute by attribute. */
final class CustomerConflicts {

    private CustomerConflicts() {}

    /**
     * @param mine the fields that the editor wants to be different from what they are now
     * @param since the changes since the editor's version, oldest first
     */
    static List<FieldConflict> between(CustomerDocument mine, List<AuditEntry> since) {
        List<Change> changes = since.stream().map(Change::of).toList();
        List<FieldConflict> conflicts = new ArrayList<>();
        for (CustomerField field : mine.fields()) {
            if (field != CustomerField.ATTRIBUTES) {
                find(field, null, document -> Part.of(document, field), mine, changes)
                        .ifPresent(conflicts::add);
            }
        }
        for (String code : mine.attributes().keySet()) {
            find(CustomerField.ATTRIBUTES, code, document -> Part.of(document, code), mine, changes)
                    .ifPresent(conflicts::add);
        }
        return conflicts;
    }

    private record Change(AuditEntry entry, CustomerDocument before, CustomerDocument after) {
        static Change of(AuditEntry entry) {
            CustomerDocument before =
                    entry.before() == null ? new CustomerDocument() : CustomerDocument.parse(entry.before());
            return new Change(entry, before, CustomerDocument.parse(entry.after()));
        }
    }

    /** What a document says of one field or attribute. */
    private record Part(boolean isGiven, Object value) {
        static Part of(CustomerDocument document, CustomerField field) {
            return new Part(document.has(field), document.get(field));
        }

        static Part of(CustomerDocument document, String attribute) {
            return new Part(
                    document.attributes().containsKey(attribute),
                    document.attributes().get(attribute));
        }
    }

    private static Optional<FieldConflict> find(
            CustomerField field,
            String attribute,
            Function<CustomerDocument, Part> part,
            CustomerDocument mine,
            List<Change> changes) {
        FieldConflict conflict = null;
        for (Change change : changes) {
            Part theirs = part.apply(change.after());
            if (theirs.isGiven()) {
                Object base = conflict == null ? part.apply(change.before()).value() : conflict.base();
                conflict = new FieldConflict(
                        field,
                        attribute,
                        base,
                        theirs.value(),
                        part.apply(mine).value(),
                        change.entry().actorName(),
                        change.entry().at());
            }
        }
        return Optional.ofNullable(conflict);
    }
}
