package vn.sencrm.bulk;

import jakarta.json.JsonObject;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.identity.Account;

/**
 * Something that can be done to many customers at once. Implemented by its feature and found by CDI; the frame sees to
 * selection, rights, locks, verdicts, progress and report.
 */
public interface BulkAction {

    /** The name in runs and requests ({@code status}): part of the public contract. */
    String name();

    /** The right that whoever asks for it must have, then and still when it is done. */
    String right();

    /** Whether a record must be the user's to change; else it is enough to see it. */
    default boolean isChange() {
        return true;
    }

    /**
     * What a request says, checked, with references as ids: what the run keeps.
     *
     * @throws vn.sencrm.common.InvalidInputException naming every argument that is wrong
     */
    JsonObject parameters(JsonObject args, Account user);

    /** Does it to the records of a step that have no verdict yet; those not changed are told as unchanged. */
    void apply(BulkStep step);

    /** Whether it can be taken back. */
    default boolean isUndoable() {
        return true;
    }

    /** Takes it back for the records of a step, from the items of the run that it undoes. */
    default void undo(BulkStep step) {
        throw new UnsupportedOperationException(name());
    }

    /** The state of the records that it, or its undoing, is for; others are skipped. */
    default CustomerState worksOn(boolean undoing) {
        return CustomerState.ACTIVE;
    }

    /** What audit entries call it. */
    default String auditAction(boolean undoing) {
        return AuditSql.UPDATE;
    }
}
