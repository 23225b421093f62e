package vn.sencrm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, by its first bytes and its name together. */
class FileTypeTest {

    @Test
    void aFileIsWhatItsFirstBytesSay() {
        assertThat(FileType.of("báo giá.PDF", bytes("%PDF-1.7\n"))).isEqualTo(FileType.PDF);
        assertThat(FileType.of("a.docx", bytes("PK\u0003\u0004 more"))).isEqualTo(FileType.ZIP);
        assertThat(FileType.of("a.jpg", bytes("\u00ff\u00d8\u00ff\u00e0"))).isEqualTo(FileType.JPEG);
        assertThat(FileType.of("a.mov", bytes("\0\0\0\u0014ftypqt  "))).isEqualTo(FileType.MP4);
        assertThat(FileType.of("a.heic", bytes("\0\0\0\u0018ftypheic"))).isEqualTo(FileType.HEIC);
    }

    @Test
    void aTextMayBeCutInTheMiddleOfACharacter() {
        byte[] text = "Ghi chú của khách: đồng ý".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= text.length; length++) {
            assertThat(FileType.of("a.csv", Arrays.copyOf(text, length))).isEqualTo(FileType.TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "program.pdf,MZ\u0090",
        "page.html,<html>",
        "a.svg,<svg>",
        "picture.png,<html>",
        "noending,text",
        "a.exe,MZ"
    })
    void whatIsNotWhatItsNameSaysIsRefused(String name, String start) {
        assertThatThrownBy(() -> FileType.of(name, bytes(start))).isInstanceOf(FileTypeException.class);
    }

    @Test
    void aNameLosesFoldersAndOddSignsAndKeepsItsEnding() {
        assertThat(Uploads.plainName("C:\\Users\\lan\\Báo giá.pdf")).isEqualTo("Báo giá.pdf");
        assertThat(Uploads.plainName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Uploads.plainName("a\u202Efdp.exe\n.txt"))
                .doesNotContain("\u202E", "\n")
                .endsWith(".txt");
        assertThat(Uploads.plainName("x".repeat(500) + ".pdf")).hasSize(200).endsWith(".pdf");
        assertThat(Uploads.plainName(null)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
