package vn.sencrm.importing;

import java.io.Serializable;
import java.util.List;

/**
 * A row before its import.
 *
 * @param cells as they are imported, corrections among them; an empty text for an empty one
 * @param verdict what will become of it, null as long as the mapping is incomplete
 */
public record PreviewRow(int number, List<String> cells, ImportVerdict verdict, List<RowProblem> problems)
        implements Serializable {

    /** The problem of a column, null for none. */
    public RowProblem problemAt(int column) {
        return problems.stream()
                .filter(problem -> problem.column() == column)
                .findFirst()
                .orElse(null);
    }
}
