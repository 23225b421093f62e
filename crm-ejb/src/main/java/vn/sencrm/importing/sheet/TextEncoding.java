package vn.sencrm.importing.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/**
 * Finds in which encoding a text file was written: a byte order mark says it, and so do the zeros of UTF-16; else it is
 * UTF-8 where all of it is, or Windows-1258 where that makes Vietnamese of it. Anything else is refused: guessing would
 * garble names.
 */
final class TextEncoding {

    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int PROBE = 4096;
    private static final int SAMPLE = 1 << 16;

    /** Letters that Vietnamese is written with beside a to z, composed, and the signs that office programs put in. */
    private static final String KNOWN =
            "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ" + "“”‘’–—…•·«»°±²³€₫©®™§\u00a0";

    private TextEncoding() {}

    /** @throws UnreadableFileException ENCODING when it is none of those that we read */
    static Charset of(Path file) throws IOException {
        byte[] head = head(file);
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int zerosAtEven = zeros(head, 0);
        int zerosAtOdd = zeros(head, 1);
        if (zerosAtEven + zerosAtOdd > 0) {
            return utf16(head.length, zerosAtEven, zerosAtOdd);
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (isVietnamese(file)) {
            return WINDOWS_1258;
        }
        throw new UnreadableFileException(UnreadableFileException.ENCODING);
    }

    /**
     * Likewise, where text from before Unicode is expected: what is no Unicode is then read as Western letters.
     *
     * @param said what its user says of it; null for nothing, which makes it so only where it looks like it
     */
    static Charset ofLegacy(Path file, LegacyText said) throws IOException {
        if (said == LegacyText.NONE || isUnicode(file)) {
            return of(file);
        }
        boolean isLegacy =
                decodes(file, WINDOWS_1252) && (said != null || LegacySuspicion.of(sample(file), Set.of()) != null);
        return isLegacy ? WINDOWS_1252 : of(file);
    }

    private static boolean isUnicode(Path file) throws IOException {
        byte[] head = head(file);
        return startsWith(head, 0xFF, 0xFE)
                || startsWith(head, 0xFE, 0xFF)
                || zeros(head, 0) + zeros(head, 1) > 0
                || decodes(file, StandardCharsets.UTF_8);
    }

    private static List<SheetRow> sample(Path file) throws IOException {
        try (Reader reader = strict(file, WINDOWS_1252)) {
            char[] chars = new char[SAMPLE];
            int n = reader.read(chars);
            return List.of(new SheetRow(1, new String[] {new String(chars, 0, Math.max(n, 0))}));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PROBE);
        }
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Of Western text every other byte is zero, of Vietnamese most; zeros on both sides are no text. */
    private static Charset utf16(int length, int zerosAtEven, int zerosAtOdd) {
        int many = length / 8;
        if (zerosAtOdd > many && zerosAtEven == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (zerosAtEven > many && zerosAtOdd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        throw new UnreadableFileException(UnreadableFileException.ENCODING);
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        char[] chars = new char[PROBE];
        try (Reader reader = strict(file, charset)) {
            while (reader.read(chars) >= 0) {
                // only whether it can be read is asked
            }
            return true;
        } catch (CharacterCodingException notThis) {
            return false;
        }
    }

    private static boolean isVietnamese(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] chars = new char[PROBE];
        try (Reader reader = strict(file, WINDOWS_1258)) {
            for (int n = reader.read(chars); n >= 0 && text.length() < 1 << 20; n = reader.read(chars)) {
                text.append(chars, 0, n);
            }
        } catch (CharacterCodingException notThis) {
            return false;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase()
                .chars()
                .allMatch(c -> c < 0x7F && (c >= ' ' || c == '\t' || c == '\r' || c == '\n') || KNOWN.indexOf(c) >= 0);
    }

    /** Reads the file; a byte that the encoding does not know ends it. */
    static Reader strict(Path file, Charset charset) throws IOException {
        return new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
