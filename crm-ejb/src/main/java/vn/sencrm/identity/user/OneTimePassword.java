package vn.sencrm.identity.user;

import java.security.SecureRandom;

/** Makes passwords to be told to somebody once: easy to read aloud, no letter that looks like another. */
final class OneTimePassword {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int SIGNS_OF_A_GROUP = 4;

    private OneTimePassword() {}

    /** Sixteen signs in four groups, 79 bits of chance: {@code k7mp-x2qd-9hwt-ra4e}. */
    static String make() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * SIGNS_OF_A_GROUP; i++) {
            if (i > 0 && i % SIGNS_OF_A_GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
