package vn.sencrm.customer.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.file.FileType;

/** Which files are values of pictures and films. */
class AttributeTypeTest {

    @ParameterizedTest
    @CsvSource({
        "\u00ff\u00d8\u00ff\u00e0, PHOTO",
        "GIF89a, PHOTO",
        "RIFF....WEBPVP8, PHOTO",
        "....ftypisom, VIDEO",
        "'\u001aE\u00df\u00a3....', VIDEO"
    })
    void aFormatIsKnownByItsFirstBytes(String head, AttributeType type) {
        assertThat(type.files()).contains(FileType.of(bytes(head)).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"GIF89a, VIDEO", "....ftypisom, PHOTO", "<html>, PHOTO", "<svg/>, PHOTO", "GIF, PHOTO", "'', PHOTO"})
    void nothingElseIsTaken(String head, AttributeType type) {
        assertThat(FileType.of(bytes(head)).filter(type.files()::contains)).isEmpty();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
