package vn.sencrm.importing;

import java.util.List;

/**
 * A row of the file, checked: what {@code import_row} holds.
 *
 * @param code the record's code as typed, null where the row names none
 * @param document the given fields as a JSON object
 * @param retired what it says that is out of use, texts by field as a JSON object; null for nothing
 * @param problems errors first, then warnings; empty for a clean row
 */
public record StagedRow(
        int number,
        String code,
        String nameFold,
        List<String> keyKinds,
        List<String> keyValues,
        String document,
        String retired,
        List<RowProblem> problems,
        String[] cells) {

    StagedRow(
            int number,
            String code,
            String nameFold,
            List<String> keyKinds,
            List<String> keyValues,
            String document,
            List<RowProblem> problems,
            String[] cells) {
        this(number, code, nameFold, keyKinds, keyValues, document, null, problems, cells);
    }

    /** The first error, null when there are warnings at most. */
    RowProblem error() {
        return problems.isEmpty() || problems.get(0).warning() ? null : problems.get(0);
    }
}
