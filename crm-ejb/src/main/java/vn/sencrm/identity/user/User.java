package vn.sencrm.identity.user;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user as those see them who keep users.
 *
 * @param language {@code vi} or {@code en}, null when the user has not chosen one
 * @param mustChangePassword the password is one that was given, not yet the user's own
 * @param signature what stands under messages, null for none
 * @param pictureAt when the user gave the present picture, null for none
 * @param lastSignInAt null for never
 */
public record User(
        long id,
        int version,
        String username,
        String fullName,
        String email,
        String phone,
        String language,
        String signature,
        Instant pictureAt,
        String role,
        boolean active,
        boolean mustChangePassword,
        Instant lastSignInAt,
        Instant createdAt) {

    /** What the audit tells of a user; never a password. */
    Map<String, Object> audited() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("username", username);
        values.put("fullName", fullName);
        values.put("email", email);
        values.put("phone", phone);
        values.put("language", language);
        values.put("signature", signature);
        values.put("role", role);
        values.put("active", active);
        return values;
    }

    /** Where the picture is, inside the application; null for none. */
    public String picture() {
        return pictureAt == null ? null : "/picture?user=" + id + "&at=" + pictureAt.toEpochMilli();
    }
}
