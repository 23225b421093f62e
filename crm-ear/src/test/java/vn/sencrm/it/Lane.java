package vn.sencrm.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

/**
 * Which of the products that are tested side by side belongs to this JVM: the first that no other JVM holds, until it
 * ends. Products share nothing, so that whoever kills one disturbs nobody in another lane.
 */
final class Lane {

    /** So many at most; numbers made in one lane leave room for those of the others. */
    static final int MOST = 4;

    private static final Path TARGET = root().resolve("crm-ear/target");

    /** Kept, since it ends with the channel. */
    private static FileLock held;

    private static final int NUMBER =
            IntStream.range(0, MOST).filter(Lane::isTaken).findFirst().orElseThrow();

    private Lane() {}

    /** From 0. */
    static int number() {
        return NUMBER;
    }

    /** Where the product of this lane lives: {@code target/it}, {@code target/it-1}, … */
    static Path home() {
        return TARGET.resolve(name(NUMBER));
    }

    private static String name(int number) {
        return number == 0 ? "it" : "it-" + number;
    }

    private static boolean isTaken(int number) {
        try {
            Files.createDirectories(TARGET);
            held = FileChannel.open(
                            TARGET.resolve(name(number) + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            return held != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the project. */
    static Path root() {
        Path folder =
                Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
        while (!Files.isExecutable(folder.resolve("crm"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
