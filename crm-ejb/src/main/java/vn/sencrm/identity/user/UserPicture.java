package vn.sencrm.identity.user;

import java.util.Arrays;
import java.util.Objects;

/** The picture that a user gave of themselves. */
public record UserPicture(String contentType, byte[] data) {

    /** What a picture may be at most; the page makes larger ones smaller before it sends them. */
    public static final int MAX_BYTES = 1 << 20;

    @Override
    public boolean equals(Object other) {
        return other instanceof UserPicture picture
                && contentType.equals(picture.contentType)
                && Arrays.equals(data, picture.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contentType, Arrays.hashCode(data));
    }

    @Override
    public String toString() {
        return contentType + ", " + data.length + " bytes";
    }
}
