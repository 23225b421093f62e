package vn.sencrm.importing;

import java.util.List;
import java.util.Set;
import vn.sencrm.common.SqlFragment;

/**
 * What {@link RecordUndoSql} must know of a type. The audit calls its records by their table.
 *
 * @param code by what rows find a record, as it was when it was imported: of the audit's entry {@code a} and the record
 *     {@code e}, which may be gone
 * @param codeOfRow the same of the row {@code r}
 * @param name of {@code a}, {@code e} and {@code r}, for whoever reads which ones stayed
 * @param parts tables that refer to a record and go with it without a loss
 * @param isTaken whether somebody has since what the changed record {@code e} was before ({@code h.before})
 * @param restore statements that make changed records what they were, by {@code import_undo_now}; the first counts their
 *     versions
 */
record UndoneRecords(
        String table,
        String code,
        String codeOfRow,
        String name,
        Set<String> parts,
        SqlFragment isTaken,
        List<SqlFragment> restore) {}
