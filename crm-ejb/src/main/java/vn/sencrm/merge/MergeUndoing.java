package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAliases;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerSnapshot;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.customer.FieldConflict;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.identity.CurrentUser;

/** Makes of one customer again those that it was made of, in the caller's transaction: all of it or nothing. */
@ApplicationScoped
class MergeUndoing {

    @Inject
    CustomerAliases customers;

    @Inject
    MergeJournalSql journal;

    @Inject
    MergeSql sql;

    @Inject
    MergeConfig config;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** What there is to be undone, everything locked. */
    private record Work(Merge merge, CustomerSnapshot master, List<CustomerSnapshot> slaves, MergeUndoRule rule) {}

    /** @param restore names of fields changed since that become what they were all the same */
    MergeUndo look(long id, Set<String> restore) {
        return told(prepare(id, restore));
    }

    MergeUndo undo(long id, Set<String> restore) {
        Work work = prepare(id, restore);
        MergeUndo told = told(work);
        Instant now = clock.instant();
        putBack(work, now);
        sql.close(id, currentUser.id(), now);
        return told;
    }

    private Work prepare(long id, Set<String> restore) {
        Merge merge = sql.lock(id).orElseThrow(() -> new NotFoundException("merge", id));
        List<Long> ids =
                new ArrayList<>(merge.slaves().stream().map(Merge.Slave::id).toList());
        ids.add(merge.masterId());
        List<CustomerSnapshot> locked = customers.lock(ids);
        refuse(merge, locked);
        CustomerSnapshot master = locked.stream()
                .filter(one -> one.id() == merge.masterId())
                .findFirst()
                .orElseThrow();
        List<CustomerSnapshot> slaves =
                locked.stream().filter(one -> one.id() != merge.masterId()).toList();
        return new Work(
                merge, master, slaves, new MergeUndoRule(merge.before(), merge.after(), master.document(), restore));
    }

    private void refuse(Merge merge, List<CustomerSnapshot> locked) {
        if (merge.isUndone()) {
            throw new MergeRefusedException(MergeRefusedException.UNDONE);
        }
        if (clock.instant().isAfter(config.undoableUntil(merge.mergedAt()))) {
            throw new MergeRefusedException(MergeRefusedException.EXPIRED);
        }
        for (CustomerSnapshot customer : locked) {
            CustomerState expected = customer.id() == merge.masterId() ? CustomerState.ACTIVE : CustomerState.MERGED;
            if (customer.state() != expected) {
                throw new MergeRefusedException(MergeRefusedException.MASTER_GONE, customer.name());
            }
        }
    }

    // ---- telling

    private MergeUndo told(Work work) {
        List<MergeUndo.Left> left = new ArrayList<>();
        journal.left(work.merge().id(), work.merge().masterId())
                .forEach(one -> left.add(new MergeUndo.Left(one.relation(), one.rows())));
        return new MergeUndo(work.merge(), conflicts(work), left);
    }

    private List<FieldConflict> conflicts(Work work) {
        Merge merge = work.merge();
        Set<String> names = work.rule().conflicts();
        List<FieldConflict> known =
                customers.conflicts(merge.masterId(), merge.masterVersion(), merge.before()).stream()
                        .filter(conflict -> names.contains(conflict.name()))
                        .toList();
        List<FieldConflict> conflicts = new ArrayList<>(known);
        for (String name : names) {
            if (known.stream().noneMatch(conflict -> conflict.name().equals(name))) {
                conflicts.add(unexplained(work, name));
            }
        }
        return conflicts;
    }

    /** A change that the audit does not tell of, such as one by hand in the database. */
    private static FieldConflict unexplained(Work work, String name) {
        Merge merge = work.merge();
        boolean attribute = name.startsWith(Attribute.JSON_PREFIX);
        String code = attribute ? name.substring(Attribute.JSON_PREFIX.length()) : null;
        CustomerField field =
                attribute ? CustomerField.ATTRIBUTES : CustomerField.named(name).orElseThrow();
        return new FieldConflict(
                field,
                code,
                value(merge.after(), field, code),
                value(work.master().document(), field, code),
                value(merge.before(), field, code),
                null,
                merge.mergedAt());
    }

    private static Object value(CustomerDocument document, CustomerField field, String code) {
        return code == null ? document.get(field) : document.attributes().get(code);
    }

    // ---- putting back

    private void putBack(Work work, Instant now) {
        Merge merge = work.merge();
        Cause cause = Cause.mergeUndo(merge.id());
        for (CustomerSnapshot slave : work.slaves()) {
            List<Long> contacts = journal.movedContacts(merge.id(), slave.id());
            customers.moveContacts(contacts, merge.masterId(), slave.id(), cause, now);
            customers.becomeItself(slave, cause, now);
        }
        journal.putBack(merge.id(), merge.masterId());
        if (merge.mode() != MergeMode.LINK) {
            rewriteMaster(work, cause, now);
        }
    }

    private void rewriteMaster(Work work, Cause cause, Instant now) {
        CustomerSnapshot master = work.master();
        CustomerDocument changes = work.rule().changes();
        List<String> tags = customers.tags(master.id());
        if (!Objects.equals(tags, master.document().get(CustomerField.TAGS))) {
            changes.put(CustomerField.TAGS, tags);
        }
        customers.rewrite(master, changes, AuditSql.UNMERGE, cause, now);
        customers.writeBeside(master.id(), work.merge().createdBefore(), primaryContact(work));
        List<Long> all =
                new ArrayList<>(work.slaves().stream().map(CustomerSnapshot::id).toList());
        all.add(master.id());
        sql.renumberRoutes(all);
    }

    /** One that the merge had brought goes back; one that was chosen since stays. */
    private static Long primaryContact(Work work) {
        Long now = work.master().primaryContactId();
        boolean brought = now != null && work.slaves().stream().anyMatch(slave -> now.equals(slave.primaryContactId()));
        return now == null || brought ? work.merge().primaryContactBefore() : now;
    }
}
