package vn.sencrm.common.filter;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which records: a tree of conditions. Immutable; equal trees are equal filters. Made by {@link FilterParser} from the
 * public JSON form, or in code.
 */
public sealed interface Filter extends Serializable {

    /** Every record. */
    Filter ALL = new And(List.of());

    /** All parts match; without parts, every record does. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part matches. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not match. */
    record Not(Filter part) implements Filter {}

    /**
     * One field compared.
     *
     * @param values strings, {@link java.math.BigDecimal}s and booleans as in the JSON form: none for empty and
     *     notempty, two for between, one or more for in and nin, else one
     */
    record Condition(String field, FilterOp op, List<Object> values) implements Filter {

        public Condition {
            values = List.copyOf(values);
        }

        /** A condition made in code; numbers are given as {@link java.math.BigDecimal}. */
        public static Condition of(String field, FilterOp op, Object... values) {
            return new Condition(field, op, List.of(values));
        }
    }

    /** This filter and another at once. */
    default Filter and(Filter other) {
        if (equals(ALL)) {
            return other;
        }
        return other.equals(ALL) ? this : new And(List.of(this, other));
    }

    /** The names of the fields that occur, in order. */
    default Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        collectFields(this, names);
        return names;
    }

    /** The public JSON form; parsing it gives an equal filter. */
    default String toJson() {
        return FilterJson.write(this);
    }

    private static void collectFields(Filter filter, Set<String> names) {
        if (filter instanceof Condition condition) {
            names.add(condition.field());
        } else if (filter instanceof Not not) {
            collectFields(not.part(), names);
        } else if (filter instanceof And and) {
            and.parts().forEach(part -> collectFields(part, names));
        } else if (filter instanceof Or or) {
            or.parts().forEach(part -> collectFields(part, names));
        }
    }
}
