package vn.sencrm.common.filter;

import static vn.sencrm.common.filter.FilterOp.BETWEEN;
import static vn.sencrm.common.filter.FilterOp.CONTAINS;
import static vn.sencrm.common.filter.FilterOp.EMPTY;
import static vn.sencrm.common.filter.FilterOp.EQ;
import static vn.sencrm.common.filter.FilterOp.GE;
import static vn.sencrm.common.filter.FilterOp.GT;
import static vn.sencrm.common.filter.FilterOp.IN;
import static vn.sencrm.common.filter.FilterOp.LE;
import static vn.sencrm.common.filter.FilterOp.LT;
import static vn.sencrm.common.filter.FilterOp.NE;
import static vn.sencrm.common.filter.FilterOp.NIN;
import static vn.sencrm.common.filter.FilterOp.NOTEMPTY;
import static vn.sencrm.common.filter.FilterOp.STARTS;
import static vn.sencrm.common.filter.FilterOp.WITHIN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What kind of value a field holds: it decides the operators and how values are read and compared. */
public enum FilterType {
    /** Compared folded; the field's expression is a folded column. */
    TEXT(EQ, NE, IN, NIN, CONTAINS, STARTS),
    /** A code or number compared as a whole or in part, in the field's own {@link TextForm}. */
    KEY(EQ, NE, IN, NIN, CONTAINS, STARTS),
    EMAIL(EQ, NE, IN, NIN, CONTAINS, STARTS),
    /** Compared by key (E.164) in any written form. */
    PHONE(EQ, NE, IN, NIN, CONTAINS, STARTS),
    NUMBER(EQ, NE, IN, NIN, LT, LE, GT, GE, BETWEEN),
    DATE(EQ, NE, IN, NIN, LT, LE, GT, GE, BETWEEN, WITHIN),
    /** A moment; a date as its value means that whole day in the company's zone. */
    DATETIME(EQ, NE, LT, LE, GT, GE, BETWEEN, WITHIN),
    /** A date of which {@code within} looks at day and month only. */
    BIRTHDAY(EQ, NE, IN, NIN, LT, LE, GT, GE, BETWEEN, WITHIN),
    BOOLEAN(EQ, NE),
    /** One of a closed list known to the field. */
    CODE(EQ, NE, IN, NIN),
    /** Something of a catalogue, by whatever its field's sub-select looks up (code, name …). */
    REFERENCE(EQ, NE, IN, NIN),
    /** As {@link #REFERENCE}; {@code $me} is the user who looks. */
    USER(EQ, NE, IN, NIN),
    /** As {@link #REFERENCE}; {@code $myTeams} are the teams of the user who looks. */
    TEAM(EQ, NE, IN, NIN),
    /** A value that is there or not: a picture, a film. */
    PRESENCE(EMPTY, NOTEMPTY);

    private final Set<FilterOp> ops;

    FilterType(FilterOp... own) {
        EnumSet<FilterOp> all = EnumSet.copyOf(Arrays.asList(own));
        all.add(EMPTY);
        all.add(NOTEMPTY);
        this.ops = all;
    }

    /** The operators that fit, in the language's order. */
    public Set<FilterOp> ops() {
        return EnumSet.copyOf(ops);
    }

    boolean allows(FilterOp op) {
        return ops.contains(op);
    }

    boolean isReference() {
        return this == REFERENCE || this == USER || this == TEAM;
    }

    boolean isText() {
        return this == TEXT || this == KEY || this == EMAIL || this == PHONE;
    }
}
