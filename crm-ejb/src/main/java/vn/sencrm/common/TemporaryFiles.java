package vn.sencrm.common;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Temporary files in a folder of this process alone, whose lock the operating system lets go when the process dies,
 * however it dies: the next server on the same host throws the folder away, and no other one.
 */
public final class TemporaryFiles {

    private static final Logger LOG = Logger.getLogger(TemporaryFiles.class.getName());

    private static final String PREFIX = "sen-crm-files-";
    private static final String LOCK = ".lock";

    private static TemporaryFiles own;

    private final Path lockFile;
    private final Path folder;

    /** Open as long as the process lives; closed with the garbage, it would let its lock go. */
    private final FileChannel lock;

    private TemporaryFiles(Path lockFile, FileChannel lock) throws IOException {
        this.lockFile = lockFile;
        this.lock = lock;
        this.folder = Files.createDirectory(folderOf(lockFile));
    }

    /** A new empty file. Whoever asks for it deletes it, as soon as it is open if they can. */
    public static Path create(String name) throws IOException {
        return Files.createTempFile(own().folder, name, null);
    }

    /** Throws away what servers left that were killed on this host; what cannot be deleted is left. */
    public static void sweep() {
        sweep(base());
    }

    /** When the server ends as it should, nothing is left to sweep. */
    static synchronized void end() {
        if (own != null) {
            try {
                delete(own.folder);
                Files.deleteIfExists(own.lockFile);
                own.lock.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, e, () -> "Temporary files were left for the next start");
            }
            own = null;
        }
    }

    static void sweep(Path base) {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(base, PREFIX + "*" + LOCK)) {
            for (Path lockFile : locks) {
                sweepOne(lockFile);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "Old temporary files in " + base + " were not deleted");
        }
    }

    /** Another user's, a link or a living process' is not ours to touch. */
    private static void sweepOne(Path lockFile) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = channel.tryLock()) {
            if (held != null && isOurs(lockFile)) {
                delete(folderOf(lockFile));
                Files.deleteIfExists(lockFile);
            }
        } catch (OverlappingFileLockException e) {
            LOG.log(Level.FINE, "In use: {0}", lockFile);
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> "Not deleted: " + lockFile);
        }
    }

    private static boolean isOurs(Path lockFile) throws IOException {
        Path folder = folderOf(lockFile);
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                                .equals(Files.getOwner(lockFile, LinkOption.NOFOLLOW_LINKS));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static synchronized TemporaryFiles own() throws IOException {
        if (own == null || !own.isThere()) {
            own = begin(base());
        }
        return own;
    }

    /** Between making the lock's file and locking it, a sweep may have taken it for one of the dead: then once more. */
    private static TemporaryFiles begin(Path base) throws IOException {
        while (true) {
            Path lockFile = Files.createTempFile(base, PREFIX, LOCK);
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            lock.lock();
            if (Files.exists(lockFile)) {
                return new TemporaryFiles(lockFile, lock);
            }
            lock.close();
        }
    }

    /** Somebody who tidies up the host's temporary files may have taken it away. */
    private boolean isThere() {
        return lock.isOpen() && Files.exists(lockFile) && Files.isDirectory(folder);
    }

    /** The server's own, which no other program fills. */
    private static Path base() {
        return Path.of(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")));
    }

    private static Path folderOf(Path lockFile) {
        String name = lockFile.getFileName().toString();
        return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }
}
