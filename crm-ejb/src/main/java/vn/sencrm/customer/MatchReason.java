package vn.sencrm.customer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why two customers may be one, the strongest first (DUP-1). A strong reason stands for itself; a name needs one of the
 * last three beside it. In the database a set of reasons is a number, a bit each, in this order.
 */
public enum MatchReason {
    TAX,
    IDNO,
    PHONE,
    EMAIL,
    ZALO,
    /** The same name, folded. */
    NAME,
    SIMILAR_NAME,
    COMPANY,
    BIRTHDAY,
    COMMUNE;

    /** The bits of the reasons that stand for themselves. */
    public static final int STRONG = ZALO.bit() * 2 - 1;

    public int bit() {
        return 1 << ordinal();
    }

    public boolean isStrong() {
        return (bit() & STRONG) != 0;
    }

    /** The reason of sharing a key of this kind. */
    public static MatchReason of(IdentityKey.Kind kind) {
        return valueOf(kind.name());
    }

    /** The reasons of a number, the strongest first. */
    public static List<MatchReason> of(int bits) {
        return stream(bits).toList();
    }

    private static Stream<MatchReason> stream(int bits) {
        return Arrays.stream(values()).filter(reason -> (bits & reason.bit()) != 0);
    }
}
