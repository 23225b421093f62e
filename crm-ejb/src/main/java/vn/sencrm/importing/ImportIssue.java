package vn.sencrm.importing;

import java.io.Serializable;
import java.util.List;

/**
 * A row that needs a look: refused, or taken with a doubt.
 *
 * @param cells as typed, one per column; empty for a sound row that was refused by what the database holds
 */
public record ImportIssue(int row, boolean refused, List<RowProblem> problems, List<String> cells)
        implements Serializable {

    /** The problem of a column, null for none. */
    public RowProblem problemAt(int column) {
        return problems.stream()
                .filter(problem -> problem.column() == column)
                .findFirst()
                .orElse(null);
    }
}
