package vn.sencrm.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A later release than the one under test: the same EAR with more migrations. */
final class TestRelease {

    private static final String DOMAIN = "crm-ejb.jar";
    private static final String MIGRATIONS = "db/migration/";

    private TestRelease() {}

    /** @param migrations scripts by their file names */
    static Path of(Path ear, Map<String, String> migrations) {
        Path release = Sen.output("releases").resolve("crm-" + Unique.number() + ".ear");
        try (InputStream in = Files.newInputStream(ear);
                OutputStream out = Files.newOutputStream(release)) {
            copy(in, out, migrations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return release;
    }

    private static void copy(InputStream ear, OutputStream release, Map<String, String> migrations) throws IOException {
        ZipInputStream in = new ZipInputStream(ear);
        ZipOutputStream out = new ZipOutputStream(release);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            byte[] content = in.readAllBytes();
            put(out, entry.getName(), entry.getName().equals(DOMAIN) ? with(migrations, content) : content);
        }
        out.finish();
    }

    private static byte[] with(Map<String, String> migrations, byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(bytes);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            put(out, entry.getName(), in.readAllBytes());
        }
        for (Map.Entry<String, String> migration : migrations.entrySet()) {
            put(out, MIGRATIONS + migration.getKey(), migration.getValue().getBytes(StandardCharsets.UTF_8));
        }
        out.finish();
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
