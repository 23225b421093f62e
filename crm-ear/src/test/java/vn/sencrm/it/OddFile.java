package vn.sencrm.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that nobody can import, and what their users are told to do. */
enum OddFile {
    EMPTY("xlsx", "tệp rỗng (0 byte)", "it is empty (0 bytes)"),
    BLANK("csv", "bắt đầu từ tệp mẫu", "begin with the template"),
    TITLES_ALONE("csv", "Hãy thêm dữ liệu", "Add some"),
    NO_WORKBOOK("xlsx", "lưu thành .xlsx rồi tải lên lại", "save it as .xlsx, and upload that"),
    ENCRYPTED("xlsx", "gỡ mật khẩu", "remove the password"),
    BOMB("xlsx", "Hãy chép bảng sang một tệp mới", "Copy the table into a new workbook"),
    OPEN_QUOTE("csv", "Hãy sửa dòng đó", "Correct the row");

    private static final int BOMB_BYTES = 64 << 20;

    final String vietnamese;
    final String english;
    private final String extension;

    OddFile(String extension, String vietnamese, String english) {
        this.extension = extension;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The picture of its refusal. */
    String picture() {
        return "import-refused-" + name().toLowerCase().replace('_', '-');
    }

    Path file() {
        Path file = Sen.output("uploads").resolve(Unique.number() + "." + extension);
        try {
            return Files.write(file, content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content() throws IOException {
        return switch (this) {
            case EMPTY -> new byte[0];
            case BLANK -> text("\n\n");
            case TITLES_ALONE -> text("Tên khách hàng,SĐT\n");
            case NO_WORKBOOK -> text("Tên;Điện thoại\nLan;0912345678\n");
            case ENCRYPTED -> encrypted();
            case BOMB -> bomb();
            case OPEN_QUOTE -> text("Tên khách hàng,SĐT\n\"Lan,0912345678\nHoa,0912345679\n");
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Path workbook() {
        return TestWorkbook.of("Tên khách hàng", "SĐT").row("Lan", "0912345678").save();
    }

    private static byte[] encrypted() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("x");
            try (var stream = encryptor.getDataStream(files)) {
                Files.copy(workbook(), stream);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good workbook whose sheets go on with blanks. */
    private static byte[] bomb() throws IOException {
        byte[] blanks = new byte[BOMB_BYTES];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream good = new ZipInputStream(Files.newInputStream(workbook()));
                ZipOutputStream bomb = new ZipOutputStream(out)) {
            for (ZipEntry part = good.getNextEntry(); part != null; part = good.getNextEntry()) {
                bomb.putNextEntry(new ZipEntry(part.getName()));
                String xml = new String(good.readAllBytes(), StandardCharsets.UTF_8);
                int end = part.getName().contains("/sheet") ? xml.indexOf("</row>") : xml.length();
                bomb.write(text(xml.substring(0, end)));
                bomb.write(blanks, 0, end < xml.length() ? blanks.length : 0);
                bomb.write(text(xml.substring(end)));
                bomb.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
