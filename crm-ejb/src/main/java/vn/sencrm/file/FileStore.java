package vn.sencrm.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.TemporaryFiles;

/**
 * Takes files in and gives them out as streams; never more than one chunk is in memory. Whoever calls it has checked
 * the right, and holds the transaction.
 */
@ApplicationScoped
public class FileStore {

    /** Bytes of a chunk. */
    static final int CHUNK = 1 << 20;

    @Inject
    FileStoreSql sql;

    @Inject
    Clock clock;

    /**
     * Stores the stream as a file.
     *
     * @throws FileTooLargeException as soon as more than {@code maxBytes} were read; the transaction is then rolled back
     */
    public StoredFile store(String name, String contentType, InputStream in, long maxBytes, long userId)
            throws IOException {
        long id = sql.insert(name, contentType, userId, clock.instant());
        MessageDigest digest = sha256();
        long size = 0;
        int position = 0;
        byte[] chunk;
        while ((chunk = in.readNBytes(CHUNK)).length > 0) {
            size += chunk.length;
            if (size > maxBytes) {
                throw new FileTooLargeException(maxBytes);
            }
            digest.update(chunk);
            sql.insertChunk(id, position++, chunk);
        }
        sql.finish(id, size, HexFormat.of().formatHex(digest.digest()));
        return get(id);
    }

    public StoredFile get(long id) {
        return sql.find(id).orElseThrow(() -> new NotFoundException("file", id));
    }

    /** The file's content; each chunk is fetched when it is reached. */
    public InputStream open(long id) {
        return new ChunkStream(id);
    }

    /** A copy in the server's temporary folder, for readers that jump about in a file. The caller deletes it. */
    public Path copyToTemporaryFile(long id) {
        try (InputStream in = open(id)) {
            Path file = TemporaryFiles.create("file");
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(long id) {
        sql.delete(id);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads chunk after chunk. */
    private final class ChunkStream extends InputStream {

        private final long id;
        private int next;
        private byte[] chunk = new byte[0];
        private int offset;

        ChunkStream(long id) {
            this.id = id;
        }

        @Override
        public int read() {
            return advance() ? chunk[offset++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int start, int length) {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                return -1;
            }
            int n = Math.min(length, chunk.length - offset);
            System.arraycopy(chunk, offset, buffer, start, n);
            offset += n;
            return n;
        }

        private boolean advance() {
            if (offset < chunk.length) {
                return true;
            }
            if (next > 0 && chunk.length < CHUNK) {
                return false;
            }
            chunk = sql.chunk(id, next++).orElse(new byte[0]);
            offset = 0;
            return chunk.length > 0;
        }
    }
}
