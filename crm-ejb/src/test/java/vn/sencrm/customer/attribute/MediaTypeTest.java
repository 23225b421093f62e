package vn.sencrm.customer.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aFormatIsKnownByItsFirstBytes() {
        assertThat(MediaType.of(bytes("\u00ff\u00d8\u00ff\u00e0"), AttributeType.PHOTO))
                .contains(MediaType.JPEG);
        assertThat(MediaType.of(bytes("\u0089PNG\r\n\u001a\n...."), AttributeType.PHOTO))
                .contains(MediaType.PNG);
        assertThat(MediaType.of(bytes("RIFF....WEBPVP8 "), AttributeType.PHOTO)).contains(MediaType.WEBP);
        assertThat(MediaType.of(bytes("....ftypisom"), AttributeType.VIDEO)).contains(MediaType.MP4);
        assertThat(MediaType.of(bytes("\u001aE\u00df\u00a3...."), AttributeType.VIDEO))
                .contains(MediaType.WEBM);
    }

    @ParameterizedTest
    @CsvSource({"GIF89a, VIDEO", "....ftypisom, PHOTO", "<html>, PHOTO", "<svg/>, PHOTO", "GIF, PHOTO", "'', PHOTO"})
    void nothingElseIsTaken(String head, AttributeType type) {
        assertThat(MediaType.of(bytes(head), type)).isEmpty();
    }
}
