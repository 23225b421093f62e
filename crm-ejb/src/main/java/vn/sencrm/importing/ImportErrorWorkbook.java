package vn.sencrm.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.SheetRow;
import vn.sencrm.importing.sheet.TextWorkbook;

/**
 * The refused rows of a run as a workbook: the original columns in their order, as text, and _row, _error_code, _error
 * behind them. Once corrected it is imported as it is: columns that begin with _ are no data.
 */
@Stateless
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportErrorWorkbook {

    private static final int PAGE = 500;
    private static final List<String> OWN_COLUMNS = List.of("_row", "_error_code", "_error");

    @Inject
    ImportAccess access;

    @Inject
    ImportIssueSql issues;

    @Inject
    ImportFile file;

    /** @param sentence tells a problem in the user's language */
    public void write(long id, OutputStream out, Function<RowProblem, String> sentence) throws IOException {
        ImportRun run = access.get(id);
        try (SheetReader reader = file.open(run);
                TextWorkbook workbook = new TextWorkbook(out)) {
            List<String> kept = new ArrayList<>();
            List<Integer> columns = new ArrayList<>();
            for (int i = 0; i < reader.header().size(); i++) {
                if (!OWN_COLUMNS.contains(reader.header().get(i))) {
                    kept.add(reader.header().get(i));
                    columns.add(i);
                }
            }
            kept.addAll(OWN_COLUMNS);
            workbook.row(kept);
            writeRows(run, reader, workbook, columns, sentence);
        }
    }

    /** Walks through file and refused rows side by side; both are in the order of row numbers. */
    private void writeRows(
            ImportRun run,
            SheetReader reader,
            TextWorkbook workbook,
            List<Integer> columns,
            Function<RowProblem, String> sentence)
            throws IOException {
        List<ImportIssue> page = issues.refusals(run, 0, PAGE);
        SheetRow row = reader.next();
        while (!page.isEmpty()) {
            for (ImportIssue issue : page) {
                while (row != null && row.number() < issue.row()) {
                    row = reader.next();
                }
                if (row != null && row.number() == issue.row()) {
                    workbook.row(line(row, issue, columns, sentence));
                }
            }
            page = issues.refusals(run, page.get(page.size() - 1).row(), PAGE);
        }
    }

    private static List<String> line(
            SheetRow row, ImportIssue issue, List<Integer> columns, Function<RowProblem, String> sentence) {
        List<String> line = new ArrayList<>();
        columns.forEach(column -> line.add(row.cell(column)));
        List<RowProblem> errors =
                issue.problems().stream().filter(problem -> !problem.warning()).toList();
        line.add(Integer.toString(issue.row()));
        line.add(errors.stream().map(RowProblem::code).distinct().collect(Collectors.joining(", ")));
        line.add(errors.stream().map(sentence).distinct().collect(Collectors.joining("; ")));
        return line;
    }
}
