package vn.sencrm.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A stored password: {@code pbkdf2-sha512:<rounds>:<salt>:<hash>}, salt and hash in Base64. The parameters stand in
 * the text, so that they can be raised without locking anyone out.
 */
public record PasswordHash(int rounds, byte[] salt, byte[] hash) {

    /** PBKDF2-HMAC-SHA512 with these rounds, as OWASP advises. */
    public static final int ROUNDS = 220_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    /** The longest password that is hashed at all; a longer one costs the attacker nothing and us time. */
    public static final int MAX_LENGTH = 200;

    public static PasswordHash of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ROUNDS, salt, derive(password, salt, ROUNDS));
    }

    /** @throws IllegalArgumentException if the text is not a hash that this class wrote */
    public static PasswordHash parse(String stored) {
        String[] parts = stored.split(":");
        if (parts.length != 4 || !SCHEME.equals(parts[0])) {
            throw new IllegalArgumentException("not a " + SCHEME + " hash");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
    }

    /** Compares in constant time. */
    public boolean matches(String password) {
        return password.length() <= MAX_LENGTH && MessageDigest.isEqual(hash, derive(password, salt, rounds));
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME + ":" + rounds + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
        }
    }
}
