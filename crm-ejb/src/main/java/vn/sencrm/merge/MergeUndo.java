package vn.sencrm.merge;

import java.util.List;
import vn.sencrm.customer.FieldConflict;

/**
 * What undoing a merge does, or has done.
 *
 * @param conflicts fields of the master that were changed since: they stay as they are, unless asked otherwise
 * @param left rows that cannot be put back, by the table they are of
 */
public record MergeUndo(Merge merge, List<FieldConflict> conflicts, List<Left> left) {

    /** So many rows of a relation. */
    public record Left(String relation, long rows) {}
}
