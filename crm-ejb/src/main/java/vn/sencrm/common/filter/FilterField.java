package vn.sencrm.common.filter;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import vn.sencrm.common.SqlFragment;

/**
 * One field that may be filtered, and how it stands in the database. Its SQL comes from our own sources only; the
 * customer's alias is {@code c}. Parameters of that SQL may be {@link FilterContext.Slot}s and, in a look-up,
 * {@link TextForm}s.
 *
 * @param name as in the customer JSON ({@code status}, {@code address.province}, {@code attr.size})
 * @param expression what is compared; for BOOLEAN the condition itself
 * @param around for fields of several values, what the comparison stands in, with {@code {}} for it:
 *     {@code exists (select 1 from customer_tag t where t.customer_id = c.id and {})}; else null
 * @param present the condition "has a value" where {@code expression is not null} does not say it; else null
 * @param lookup for references: the sub-select that finds ids by what was typed; else null
 * @param form how KEY values are compared
 * @param codes the closed list of CODE
 * @param member of a document, for fields that are one: where equality is asked by containment; else null
 */
public record FilterField(
        String name,
        FilterType type,
        SqlFragment expression,
        SqlFragment around,
        SqlFragment present,
        SqlFragment lookup,
        TextForm form,
        List<String> codes,
        Member member) {

    static final String HOLE = "{}";

    /**
     * A member of a {@code jsonb} object, or an element of a {@code jsonb} array.
     *
     * @param column an expression of type {@code jsonb}
     * @param key of the object; null for an array
     * @param many whether the member's value is an array of values
     */
    public record Member(String column, String key, boolean many) {

        /** A document that holds just this value. */
        String holding(Object value) {
            JsonValue json = FilterJson.scalar(value);
            if (key == null) {
                return json.toString();
            }
            JsonValue whole = many ? FilterJson.array(json) : json;
            return FilterJson.object(key, whole).toString();
        }
    }

    public FilterField {
        codes = List.copyOf(codes);
    }

    /** A field of a type that needs nothing but its expression: NUMBER, DATE, DATETIME, BIRTHDAY, BOOLEAN … */
    public static FilterField of(String name, FilterType type, String expression, Object... parameters) {
        SqlFragment compared = SqlFragment.of(expression, parameters);
        return new FilterField(name, type, compared, null, null, null, TextForm.EXACT, List.of(), null);
    }

    /** A text, by its folded column. */
    public static FilterField text(String name, String foldedColumn) {
        return of(name, FilterType.TEXT, foldedColumn);
    }

    /** A code or number, compared in the form in which the expression holds it. */
    public static FilterField key(String name, String expression, TextForm form) {
        FilterField field = of(name, FilterType.KEY, expression);
        return new FilterField(name, field.type, field.expression, null, null, null, form, List.of(), null);
    }

    /** One of a closed list. */
    public static FilterField code(String name, String expression, List<String> codes) {
        SqlFragment compared = SqlFragment.of(expression);
        return new FilterField(name, FilterType.CODE, compared, null, null, null, TextForm.UPPER, codes, null);
    }

    /** One of an enum's constants. */
    public static FilterField code(String name, String expression, Class<? extends Enum<?>> constants) {
        return code(
                name,
                expression,
                List.of(constants.getEnumConstants()).stream().map(Enum::name).toList());
    }

    /**
     * A reference (also USER, TEAM), by a look-up such as {@code select id from tag where name_fold = any(?)} with
     * {@link TextForm#FOLDED}.
     */
    public static FilterField reference(
            String name, FilterType type, String expression, String lookup, Object... parameters) {
        SqlFragment found = SqlFragment.of(lookup, parameters);
        SqlFragment compared = SqlFragment.of(expression);
        return new FilterField(name, type, compared, null, null, found, TextForm.EXACT, List.of(), null);
    }

    /** This field as a member of a document: equality is asked by containment, which an index serves. */
    public FilterField member(String column, String key, boolean many) {
        Member own = new Member(column, key, many);
        return new FilterField(name, type, expression, around, present, lookup, form, codes, own);
    }

    /** This field as an array of values, one of which is meant. */
    public FilterField elementOf(String array) {
        return member(array, null, false);
    }

    /** This field with several values, compared inside an {@code exists}. */
    public FilterField inside(String exists, Object... parameters) {
        if (!exists.contains(HOLE)) {
            throw new IllegalArgumentException("no " + HOLE + " in: " + exists);
        }
        SqlFragment outer = SqlFragment.of(exists, parameters);
        return new FilterField(name, type, expression, outer, present, lookup, form, codes, member);
    }

    /** This field with its own condition for "has a value". */
    public FilterField present(String condition, Object... parameters) {
        SqlFragment has = SqlFragment.of(condition, parameters);
        return new FilterField(name, type, expression, around, has, lookup, form, codes, member);
    }

    boolean isMultiple() {
        return around != null;
    }

    /** The comparison of one value, put where it belongs. */
    SqlFragment put(SqlFragment comparison) {
        if (around == null) {
            return comparison;
        }
        int hole = around.sql().indexOf(HOLE);
        String before = around.sql().substring(0, hole);
        int split = (int) before.chars().filter(c -> c == '?').count();
        List<Object> parameters = around.parameters();
        return new SqlFragment(before, parameters.subList(0, split))
                .then(comparison)
                .then(new SqlFragment(
                        around.sql().substring(hole + HOLE.length()), parameters.subList(split, parameters.size())));
    }

    /** The code of the closed list that is meant, in whatever case it was typed; null when there is none. */
    String codeFor(String typed) {
        for (String code : codes) {
            if (code.equals(typed) || code.toUpperCase(Locale.ROOT).equals(typed.toUpperCase(Locale.ROOT))) {
                return code;
            }
        }
        return null;
    }
}
