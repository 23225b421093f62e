package vn.sencrm.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is by its first bytes, whatever its name and its sender say. Only what people attach is known here; a page,
 * a script or a program is none of it.
 */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    MP4("video/mp4", "mp4", "m4a", "mov", "3gp"),
    WEBM("video/webm", "webm"),
    MP3("audio/mpeg", "mp3"),
    WAV("audio/wav", "wav"),
    ZIP("application/zip", "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
    OLD_OFFICE("application/x-ole-storage", "doc", "xls", "ppt", "msg"),
    TEXT("text/plain", "txt", "csv", "vcf", "eml");

    /** Bytes that are looked at. */
    public static final int HEAD = 512;

    private final String contentType;
    private final String[] endings;

    FileType(String contentType, String... endings) {
        this.contentType = contentType;
        this.endings = endings;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * The type of a file by its first bytes.
     *
     * @throws FileTypeException when it is none of these, or not what the name says
     */
    static FileType of(String name, byte[] head) {
        FileType named = byName(name).orElseThrow(() -> new FileTypeException(name));
        if (of(head).filter(named::equals).isEmpty()) {
            throw new FileTypeException(name);
        }
        return named;
    }

    /** The first bytes of a stream, which can be read from its beginning again. */
    public static byte[] head(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return head;
    }

    /** The part of a name behind its last dot, lower case. */
    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<FileType> byName(String name) {
        return Arrays.stream(values())
                .filter(type -> Arrays.asList(type.endings).contains(ending(name)))
                .findFirst();
    }

    /** The type by the first bytes alone, whatever the file is called. */
    public static Optional<FileType> of(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        for (FileType type : values()) {
            if (type.begins(start)) {
                return Optional.of(type);
            }
        }
        return isText(head) ? Optional.of(TEXT) : Optional.empty();
    }

    private boolean begins(String start) {
        return switch (this) {
            case PDF -> start.startsWith("%PDF-");
            case PNG -> start.startsWith("\u0089PNG\r\n");
            case JPEG -> start.startsWith("\u00ff\u00d8\u00ff");
            case GIF -> start.startsWith("GIF8");
            case WEBP -> start.startsWith("RIFF") && start.startsWith("WEBP", 8);
            case WAV -> start.startsWith("RIFF") && start.startsWith("WAVE", 8);
            case HEIC -> start.startsWith("ftyp", 4) && start.substring(8).matches("(?s)(heic|heix|mif1|msf1).*");
            case MP4 -> start.startsWith("ftyp", 4);
            case WEBM -> start.startsWith("\u001aE\u00df\u00a3");
            case MP3 -> start.startsWith("ID3") || start.matches("(?s)\u00ff[\u00e2-\u00fb].*");
            case ZIP -> start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006");
            case OLD_OFFICE -> start.startsWith("\u00d0\u00cf\u0011\u00e0");
            case TEXT -> false;
        };
    }

    /** UTF-8 without control characters; a character may be cut off at the end. */
    private static boolean isText(byte[] head) {
        for (byte one : head) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return false;
            }
        }
        for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
            if (isUtf8(Arrays.copyOf(head, head.length - cut))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
