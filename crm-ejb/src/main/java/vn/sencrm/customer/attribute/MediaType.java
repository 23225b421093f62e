package vn.sencrm.customer.attribute;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The formats of pictures and films that are taken, known by their first bytes: never by what their sender says. */
enum MediaType {
    JPEG(AttributeType.PHOTO, "image/jpeg"),
    PNG(AttributeType.PHOTO, "image/png"),
    GIF(AttributeType.PHOTO, "image/gif"),
    WEBP(AttributeType.PHOTO, "image/webp"),
    MP4(AttributeType.VIDEO, "video/mp4"),
    WEBM(AttributeType.VIDEO, "video/webm");

    /** As many first bytes as tell them apart. */
    static final int HEAD = 16;

    private final AttributeType type;
    private final String contentType;

    MediaType(AttributeType type, String contentType) {
        this.type = type;
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The format of a file that fits the attribute's type; nothing for any other. */
    static Optional<MediaType> of(byte[] head, AttributeType type) {
        for (MediaType media : values()) {
            if (media.type == type && media.begins(head)) {
                return Optional.of(media);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] head) {
        return switch (this) {
            case JPEG -> is(head, 0, "\u00ff\u00d8\u00ff");
            case PNG -> is(head, 0, "\u0089PNG\r\n\u001a\n");
            case GIF -> is(head, 0, "GIF87a") || is(head, 0, "GIF89a");
            case WEBP -> is(head, 0, "RIFF") && is(head, 8, "WEBP");
            case MP4 -> is(head, 4, "ftyp");
            case WEBM -> is(head, 0, "\u001aE\u00df\u00a3");
        };
    }

    private static boolean is(byte[] head, int at, String latin) {
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
