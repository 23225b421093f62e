package vn.sencrm.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import vn.sencrm.identity.PasswordHash;

/** Makes users, each test its own, straight in the database: there is no page for it yet. */
public final class TestUsers {

    public static final String PASSWORD = "Một mật khẩu dài 1";

    /** Of a thousand rounds, as its text tells: signing in, which most tests of pages do, need not take long. */
    private static final String HASH = hash(1_000);

    private TestUsers() {}

    private static String hash(int rounds) {
        byte[] salt = new byte[16];
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, rounds, 512))
                    .getEncoded();
            return new PasswordHash(rounds, salt, hash).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sees and does everything. */
    public static TestUser administrator() {
        return create("ADMINISTRATOR");
    }

    /** Sees what is theirs alone. */
    public static TestUser staff() {
        return create("STAFF");
    }

    /** Of a role of their own with these rights, who sees what is theirs alone. */
    public static TestUser withRights(String... rights) {
        String role = "R" + Unique.number();
        Db.update(
                "insert into app_role (code, name_vi, name_en, record_scope, position) values (?, ?, ?, 'OWN', 100)",
                role,
                role,
                role);
        for (String right : rights) {
            Db.update("insert into app_role_right (role_code, right_name) values (?, ?)", role, right);
        }
        return create(role);
    }

    public static TestUser create(String role) {
        String username = "u" + Unique.number();
        long id = Db.number("select nextval('app_user_seq')");
        Db.update(
                """
                insert into app_user (id, username, full_name, full_name_fold, role_code, password_hash, stamp, created_at)
                values (?, ?, ?, ?, ?, ?, ?, now())
                """,
                id,
                username,
                "Người Dùng " + username,
                "nguoi dung " + username,
                role,
                HASH,
                UUID.randomUUID().toString());
        return new TestUser(id, username, PASSWORD, token(id, Duration.ofHours(1)));
    }

    /** A token that ends after a time, which may lie in the past. */
    public static String token(long userId, Duration lifetime) {
        String token = "sen_test_" + UUID.randomUUID();
        Db.update(
                """
                insert into api_token (id, user_id, name, hash, created_at, expires_at)
                values (nextval('api_token_seq'), ?, 'test', ?, now() - interval '1 day', ?)
                """,
                userId,
                sha256(token),
                OffsetDateTime.now().plus(lifetime));
        return token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
