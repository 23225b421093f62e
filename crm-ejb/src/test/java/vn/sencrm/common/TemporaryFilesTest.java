package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    @TempDir
    Path host;

    @Test
    void aServersFilesStayWhileItLivesAndGoAfterItWasKilled() throws Exception {
        Process server = start();
        try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            Path file = Path.of(said.readLine());
            TemporaryFiles.sweep(host);
            assertThat(file).exists();

            server.destroyForcibly().waitFor();
            assertThat(file).exists();
            TemporaryFiles.sweep(host);
            assertThat(host).isEmptyDirectory();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void ourOwnFilesStayWhenWeSweepAndLieInOneFolder() throws IOException {
        Path one = TemporaryFiles.create("one");
        Path two = TemporaryFiles.create("two");
        TemporaryFiles.sweep();
        assertThat(one).exists().hasParent(two.getParent());
        Files.delete(one);
        Files.delete(two);
    }

    @Test
    void whatALinkLeadsToStays() throws IOException {
        Path elsewhere = Files.createDirectory(host.resolve("elsewhere"));
        Path precious = Files.createFile(elsewhere.resolve("precious"));
        Files.createSymbolicLink(host.resolve("sen-crm-files-1"), elsewhere);
        Files.createFile(host.resolve("sen-crm-files-1.lock"));
        Files.createSymbolicLink(host.resolve("sen-crm-files-2.lock"), precious);
        TemporaryFiles.sweep(host);
        assertThat(precious).exists();
    }

    @Test
    void whatDoesNotLookLikeOursStays() throws IOException {
        Files.createFile(host.resolve("other.lock"));
        Files.createDirectory(host.resolve("sen-crm-files-3"));
        TemporaryFiles.sweep(host);
        try (Stream<Path> left = Files.list(host)) {
            assertThat(left).hasSize(2);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + host,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Another server: makes a file, tells where, and waits to be killed. */
    static final class Holder {

        public static void main(String[] args) throws Exception {
            System.out.println(TemporaryFiles.create("held"));
            System.in.read();
        }
    }
}
