package vn.sencrm.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.sencrm.common.TextFold;

/** Takes in files that people attach to something: of the kinds and the size that the settings allow. */
@ApplicationScoped
public class Uploads {

    private static final int NAME_LIMIT = 200;

    @Inject
    FileStore files;

    @Inject
    FileConfig config;

    /**
     * Stores an attached file in the caller's transaction, under a name without folders and odd signs.
     *
     * @throws FileTypeException when its kind is not taken, or it is not what its name says
     * @throws FileTooLargeException as soon as it passes the limit
     */
    public StoredFile take(Upload upload, long userId) {
        String plain = plainName(upload.name());
        if (!config.types().contains(FileType.ending(plain))) {
            throw new FileTypeException(plain);
        }
        try (InputStream in = new BufferedInputStream(upload.content(), 1 << 16)) {
            FileType type = FileType.of(plain, FileType.head(in));
            return files.store(plain, type.contentType(), in, config.maxBytes(), userId);
        } catch (IOException e) {
            // Unchecked, so that the transaction is rolled back.
            throw new UncheckedIOException(e);
        }
    }

    /** Some browsers send the whole path; the ending is kept whatever the length. */
    public static String plainName(String name) {
        String clean = TextFold.clean(name == null ? "" : name).replaceAll("[\\p{Cf}\\p{Cc}<>:\"|?*]", "");
        String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1)
                .strip();
        return last.length() > NAME_LIMIT ? last.substring(last.length() - NAME_LIMIT) : last;
    }
}
