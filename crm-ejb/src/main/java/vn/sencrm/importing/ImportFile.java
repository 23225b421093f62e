package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import vn.sencrm.file.FileStore;
import vn.sencrm.importing.sheet.SheetFiles;
import vn.sencrm.importing.sheet.SheetLayout;
import vn.sencrm.importing.sheet.SheetLook;
import vn.sencrm.importing.sheet.SheetReader;

/** The file of a run as it is read for preview, check, import and error workbook: from the same place, with corrections. */
@ApplicationScoped
class ImportFile {

    @Inject
    FileStore files;

    @Inject
    ImportCorrectionSql corrections;

    SheetReader open(ImportRun run) throws IOException {
        Path copy = files.copyToTemporaryFile(run.fileId());
        try {
            SheetReader rows =
                    SheetFiles.open(copy, run.fileName(), run.options().layout());
            return new CorrectedRows(rows, corrections.of(run.id()));
        } finally {
            // Open files outlive their names: nothing is left behind, whatever happens.
            Files.deleteIfExists(copy);
        }
    }

    /** Text that waits for its user's word is shown as it would be converted; such a run cannot begin. */
    private static SheetLayout layout(ImportRun run) {
        SheetLayout layout = run.options().layout();
        return run.suspected() == null ? layout : layout.as(run.suspected());
    }

    /** @param known whether a text is a title that columns of such tables have */
    SheetLook look(long file, String name, SheetLayout layout, Predicate<String> known) throws IOException {
        Path copy = files.copyToTemporaryFile(file);
        try {
            return SheetFiles.look(copy, name, layout, known);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
