package vn.sencrm.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetLook;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.SheetRow;

/** Shows the beginning of files before they are imported; each time the file itself is read. */
@Stateless
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportPreviews {

    private static final int ROWS = 20;
    private static final int CHARS = 1 << 20;

    @Inject
    ImportAccess access;

    @Inject
    ImportFile file;

    @Inject
    ImportTrial trial;

    @Inject
    ImportIssueSql issues;

    /**
     * The first rows with what will become of them: as a check found it, else as it would find it now.
     *
     * @throws ImportRefusedException INVALID_STATE once the import has begun
     * @throws vn.sencrm.importing.sheet.UnreadableFileException when the file cannot be read
     */
    public ImportPreview get(long id) throws IOException {
        ImportRun run = access.get(id);
        if (!run.state().isOpen()) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        SheetLook look = file.look(run.fileId(), run.fileName(), run.options().layout(), title -> false);
        List<SheetRow> rows = firstRows(run);
        Map<Integer, ImportIssueSql.Judged> judged = judged(run, rows);
        return new ImportPreview(
                look.sheets(),
                look.top(),
                rows.stream().map(row -> preview(row, judged.get(row.number()))).toList(),
                look.examples());
    }

    private List<SheetRow> firstRows(ImportRun run) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetReader reader = file.open(run)) {
            int size = 0;
            SheetRow row = reader.next();
            while (row != null && rows.size() < ROWS && size < CHARS) {
                rows.add(row);
                size += row.size();
                row = reader.next();
            }
        }
        return rows;
    }

    private Map<Integer, ImportIssueSql.Judged> judged(ImportRun run, List<SheetRow> rows) {
        if (run.state() == ImportState.UPLOADED || rows.isEmpty()) {
            return Map.of();
        }
        return run.state() == ImportState.CHECKED
                ? issues.judged(run, rows.get(rows.size() - 1).number())
                : trial.judge(run, rows, access.user());
    }

    private static PreviewRow preview(SheetRow row, ImportIssueSql.Judged judged) {
        List<String> cells =
                Arrays.stream(row.cells()).map(cell -> cell == null ? "" : cell).toList();
        return judged == null
                ? new PreviewRow(row.number(), cells, null, List.of())
                : new PreviewRow(row.number(), cells, judged.verdict(), judged.problems());
    }
}
