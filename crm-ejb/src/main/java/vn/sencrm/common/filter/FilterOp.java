package vn.sencrm.common.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The operators of the filter language, and how many values each takes. */
public enum FilterOp {
    EQ(Arity.ONE),
    NE(Arity.ONE),
    IN(Arity.MANY),
    NIN(Arity.MANY),
    LT(Arity.ONE),
    LE(Arity.ONE),
    GT(Arity.ONE),
    GE(Arity.ONE),
    BETWEEN(Arity.TWO),
    CONTAINS(Arity.ONE),
    STARTS(Arity.ONE),
    EMPTY(Arity.NONE),
    NOTEMPTY(Arity.NONE),
    WITHIN(Arity.ONE);

    /** How many values an operator takes; TWO and MANY are written as an array. */
    enum Arity {
        NONE,
        ONE,
        TWO,
        MANY
    }

    private final Arity arity;

    FilterOp(Arity arity) {
        this.arity = arity;
    }

    /** The operator as the JSON form writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FilterOp> of(String code) {
        return Arrays.stream(values()).filter(op -> op.code().equals(code)).findFirst();
    }

    Arity arity() {
        return arity;
    }

    /** True for ne and nin, which match where eq and in do not. */
    boolean isNegative() {
        return this == NE || this == NIN;
    }
}
