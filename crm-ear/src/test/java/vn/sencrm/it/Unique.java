package vn.sencrm.it;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers and words that no other test of this run, in whatever lane, or of one before has used. */
public final class Unique {

    private static final AtomicLong NEXT =
            new AtomicLong(System.currentTimeMillis() / Lane.MOST * Lane.MOST + Lane.number());

    private Unique() {}

    public static long number() {
        return NEXT.addAndGet(Lane.MOST);
    }

    /** A word of letters alone, as a part of a name: {@code Qabcdefgh}. */
    public static String word() {
        StringBuilder word = new StringBuilder("Q");
        for (long rest = number(); rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    /** A Vietnamese mobile number, as it is typed: {@code 09…}. */
    public static String phone() {
        return "09" + String.format("%08d", number() % 100_000_000);
    }

    /** A tax code of the right shape; its check digit may be wrong, which is only doubted. */
    public static String taxCode() {
        return String.format("%010d", number() % 10_000_000_000L);
    }

    /** A tax code whose check digit is right. */
    public static String goodTaxCode() {
        String code;
        do {
            code = withCheckDigit(String.format("%09d", number() % 1_000_000_000L));
        } while (code == null);
        return code;
    }

    /** A tax code whose check digit is wrong. */
    public static String doubtfulTaxCode() {
        String good = goodTaxCode();
        return good.substring(0, 9) + (good.charAt(9) - '0' + 1) % 10;
    }

    /** Null where the rule gives no digit. */
    private static String withCheckDigit(String digits) {
        int[] weights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        int check = 10 - sum % 11;
        return check == 10 ? null : digits + check;
    }
}
