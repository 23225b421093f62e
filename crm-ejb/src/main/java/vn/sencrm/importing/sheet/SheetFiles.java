package vn.sencrm.importing.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens a file by what it holds, not by what it is called. */
public final class SheetFiles {

    private static final int SIGNATURE_LENGTH = 8;

    private SheetFiles() {}

    /**
     * Opens a workbook, a CSV or a JSON file.
     *
     * @param name the name under which it was uploaded: a text file named .xlsx is refused
     * @throws UnreadableFileException when it is neither, or not one that we read
     */
    public static SheetReader open(Path file, String name) throws IOException {
        byte[] signature = signature(file);
        if (isZip(signature)) {
            return new XlsxReader(file);
        }
        if (isOle2(signature)) {
            if (isEncrypted(file)) {
                throw new UnreadableFileException(UnreadableFileException.ENCRYPTED);
            }
            return XlsReader.open(file);
        }
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.xls[xmb]?")) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        return isJson(signature) ? new JsonReader(file) : new CsvReader(file);
    }

    private static byte[] signature(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SIGNATURE_LENGTH);
        }
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** A table's first column is not called so. */
    private static boolean isJson(byte[] head) {
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        return text.startsWith("[") && !text.startsWith("[A") || text.startsWith("{");
    }

    private static boolean isOle2(byte[] head) {
        return head.length >= 4
                && (head[0] & 0xFF) == 0xD0
                && (head[1] & 0xFF) == 0xCF
                && (head[2] & 0xFF) == 0x11
                && (head[3] & 0xFF) == 0xE0;
    }

    private static boolean isEncrypted(Path file) {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            return ole.getRoot().hasEntry("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFileException(e, UnreadableFileException.NOT_A_WORKBOOK);
        }
    }
}
