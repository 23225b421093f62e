package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import vn.sencrm.file.FileTooLargeException;
import vn.sencrm.importing.ImportOptions;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.ImportService;

/** A file that came with a form becomes an import, whose page says how its columns are understood. */
@RequestScoped
public class ImportUpload {

    private static final long MEGABYTE = 1L << 20;

    @Inject
    ImportService imports;

    @Inject
    ImportQueries queries;

    public static boolean isGiven(Part file) {
        return file != null && file.getSize() > 0;
    }

    /** @throws FileTooLargeException for what could not be taken in, before anything is saved */
    public void check(Part file) {
        long limit = queries.maxMegabytes() * MEGABYTE;
        if (file.getSize() > limit) {
            throw new FileTooLargeException(limit);
        }
    }

    /** Takes the file in, and tells the address of its import. */
    public String takeIn(String type, Part file, ImportOptions options) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return "/importing/run.xhtml?id="
                    + imports.upload(type, name(file), content, options, null).id();
        }
    }

    /** Some browsers send the whole path. */
    private static String name(Part file) {
        String submitted = file.getSubmittedFileName() == null ? "" : file.getSubmittedFileName();
        return submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
    }
}
