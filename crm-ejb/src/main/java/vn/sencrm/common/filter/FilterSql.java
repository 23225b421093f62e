package vn.sencrm.common.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.TextSql;
import vn.sencrm.common.filter.Filter.Condition;

/**
 * The SQL form of a filter. Text comes from the fields' allow-list only, every value is a parameter. Conditions stay
 * servable by an index where there can be one: plain comparisons, ranges on times, {@code = any(array(…))} for
 * references. Logic is two-valued: what is not known to match does not match, and is found by the opposite.
 */
public final class FilterSql {

    private static final String NOT_TRUE = " is not true";

    private final FilterFields fields;
    private final FilterContext context;

    private FilterSql(FilterFields fields, FilterContext context) {
        this.fields = fields;
        this.context = context;
    }

    /** The condition for a WHERE; its parameters may be instants, dates and lists (arrays). */
    public static SqlFragment where(Filter filter, FilterFields fields, FilterContext context) {
        SqlFragment sql = new FilterSql(fields, context).sql(filter);
        return filled(sql, context);
    }

    private static SqlFragment filled(SqlFragment sql, FilterContext context) {
        return new SqlFragment(
                sql.sql(), sql.parameters().stream().map(context::fill).toList());
    }

    private SqlFragment sql(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts().stream().map(this::sql).toList(), " and ", SqlFragment.TRUE);
        }
        if (filter instanceof Filter.Or or) {
            return joined(or.parts().stream().map(this::sql).toList(), " or ", SqlFragment.FALSE);
        }
        if (filter instanceof Filter.Not not) {
            return notTrue(sql(not.part()));
        }
        return condition((Condition) filter);
    }

    private SqlFragment condition(Condition condition) {
        FilterField field = fields.get(condition.field(), "");
        return switch (condition.op()) {
            case EMPTY -> empty(field);
            case NOTEMPTY -> notEmpty(field);
            case NE -> no(field, positive(field, FilterOp.EQ, condition.values()));
            case NIN -> no(field, positive(field, FilterOp.IN, condition.values()));
            default -> positive(field, condition.op(), condition.values());
        };
    }

    private SqlFragment positive(FilterField field, FilterOp op, List<Object> values) {
        return field.put(comparison(field, op, values));
    }

    private SqlFragment comparison(FilterField field, FilterOp op, List<Object> values) {
        return switch (field.type()) {
            case TEXT -> text(field, op, texts(values));
            case KEY -> key(field, op, field.form().of(texts(values)));
            case EMAIL ->
                key(field, op, texts(values).stream().map(FilterSql::email).toList());
            case PHONE -> phone(field, op, texts(values));
            case NUMBER -> number(field, op, values);
            case DATE -> date(field, op, values);
            case BIRTHDAY -> op == FilterOp.WITHIN ? birthday(field, days(values.get(0))) : date(field, op, values);
            case DATETIME -> moment(field, op, values);
            case BOOLEAN -> truth(field, (Boolean) values.get(0));
            case CODE -> equal(field, texts(values).stream().map(field::codeFor).toList(), "text");
            case REFERENCE, USER, TEAM -> reference(field, texts(values));
            case PRESENCE -> throw new IllegalStateException(field.name() + " cannot be compared");
        };
    }

    private static SqlFragment text(FilterField field, FilterOp op, List<String> values) {
        return switch (op) {
            case CONTAINS -> TextSql.contains(field.expression(), values.get(0));
            case STARTS -> TextSql.startsWith(field.expression(), values.get(0));
            default -> TextSql.equalsAny(field.expression(), values);
        };
    }

    private static SqlFragment key(FilterField field, FilterOp op, List<String> values) {
        String escaped = TextFold.likePattern(values.get(0));
        return switch (op) {
            case CONTAINS -> TextSql.like(field.expression(), "%" + escaped + "%");
            case STARTS -> TextSql.like(field.expression(), escaped + "%");
            default -> equal(field, values, "text");
        };
    }

    private static String email(String text) {
        String key = EmailAddress.searchKey(text);
        return key == null ? TextForm.LOWER.of(text) : key;
    }

    private static SqlFragment phone(FilterField field, FilterOp op, List<String> values) {
        List<String> keys = values.stream()
                .map(FilterValues::phoneKey)
                .filter(Objects::nonNull)
                .toList();
        if (!keys.isEmpty()) {
            return equal(field, keys, "text");
        }
        if (op != FilterOp.CONTAINS && op != FilterOp.STARTS) {
            return SqlFragment.FALSE;
        }
        String prefix = PhoneNumber.searchPrefix(values.get(0));
        if (op == FilterOp.STARTS) {
            return TextSql.like(field.expression(), prefix + "%");
        }
        SqlFragment part = TextSql.like(field.expression(), "%" + PhoneNumber.suffixDigits(values.get(0)) + "%");
        return prefix == null ? part : part.or(TextSql.like(field.expression(), prefix + "%"));
    }

    private static SqlFragment number(FilterField field, FilterOp op, List<Object> values) {
        List<Number> numbers = values.stream().map(FilterValues::number).toList();
        if (op == FilterOp.EQ || op == FilterOp.IN) {
            boolean whole = numbers.stream().allMatch(Long.class::isInstance);
            return equal(
                    field,
                    whole || field.member() != null
                            ? numbers
                            : numbers.stream().map(Object::toString).toList(),
                    whole ? "bigint" : "numeric");
        }
        return compared(field, op, numbers);
    }

    private SqlFragment date(FilterField field, FilterOp op, List<Object> values) {
        if (op == FilterOp.WITHIN) {
            FilterPeriod.Days days = days(values.get(0));
            return compared(field, FilterOp.BETWEEN, List.of(days.first(), days.last()));
        }
        List<LocalDate> dates = values.stream().map(FilterValues::date).toList();
        boolean equality = op == FilterOp.EQ || op == FilterOp.IN;
        return equality ? equal(field, dates, "date") : compared(field, op, dates);
    }

    private SqlFragment moment(FilterField field, FilterOp op, List<Object> values) {
        if (op == FilterOp.WITHIN) {
            FilterPeriod.Days days = days(values.get(0));
            return during(field, FilterValues.days(days.first(), days.last(), context.zone()));
        }
        List<FilterValues.Moments> moments = values.stream()
                .map(value -> FilterValues.moments(value, context.zone()))
                .toList();
        FilterValues.Moments first = moments.get(0);
        return switch (op) {
            case LT -> append(field, " < ?", first.from());
            case LE -> append(field, " < ?", first.to());
            case GT -> append(field, " >= ?", first.to());
            case GE -> append(field, " >= ?", first.from());
            case BETWEEN ->
                during(
                        field,
                        new FilterValues.Moments(first.from(), moments.get(1).to()));
            default -> during(field, first);
        };
    }

    private static SqlFragment during(FilterField field, FilterValues.Moments moments) {
        return append(field, " >= ?", moments.from()).and(append(field, " < ?", moments.to()));
    }

    private FilterPeriod.Days days(Object value) {
        return FilterPeriod.parse((String) value).orElseThrow().on(context.today());
    }

    /**
     * Day and month as a number such as 229; who was born on 29 February has the 28th in other years. Each day of the
     * period by itself: an index of many columns would read all days after the first, and all before the last.
     */
    private static SqlFragment birthday(FilterField field, FilterPeriod.Days days) {
        SqlFragment date = field.expression();
        if (!days.last().isBefore(days.first().plusYears(1).minusDays(1))) {
            return date.then(SqlFragment.of(" is not null"));
        }
        return SqlFragment.of("cast(extract(month from ")
                .then(date)
                .then(SqlFragment.of(") * 100 + extract(day from "))
                .then(date)
                .then(SqlFragment.of(") as integer) = any(cast(? as integer[]))", monthsAndDays(days)));
    }

    private static List<Integer> monthsAndDays(FilterPeriod.Days days) {
        List<Integer> all = new ArrayList<>();
        for (LocalDate date = days.first(); !date.isAfter(days.last()); date = date.plusDays(1)) {
            int day = date.getMonthValue() * 100 + date.getDayOfMonth();
            all.add(day);
            if (day == 228 && !date.isLeapYear()) {
                all.add(229);
            }
        }
        return all;
    }

    private SqlFragment reference(FilterField field, List<String> values) {
        List<String> typed = values.stream()
                .filter(value -> !FilterContext.isReserved(value))
                .toList();
        List<SqlFragment> ways = new ArrayList<>();
        if (values.contains(FilterContext.ME)) {
            ways.add(append(field, " = ?", FilterContext.Slot.ME));
        }
        if (values.contains(FilterContext.MY_TEAMS)) {
            ways.add(append(field, " = any(cast(? as bigint[]))", FilterContext.Slot.MY_TEAMS));
        }
        if (!typed.isEmpty()) {
            ways.add(lookedUp(field, typed));
        }
        return joined(ways, " or ", SqlFragment.FALSE);
    }

    /** Found once, before the query or in it, not once per row; nothing found means nothing matches. */
    private SqlFragment lookedUp(FilterField field, List<String> typed) {
        List<Object> parameters = new ArrayList<>();
        for (Object parameter : field.lookup().parameters()) {
            parameters.add(parameter instanceof TextForm form ? form.of(typed) : parameter);
        }
        SqlFragment lookup = new SqlFragment(field.lookup().sql(), parameters);
        if (context.lookup() != null) {
            return oneOf(field, context.lookup().apply(filled(lookup, context)));
        }
        if (field.member() != null) {
            return SqlFragment.of("exists (select from (")
                    .then(lookup)
                    .then(") found (value) where " + field.member().column() + " @> to_jsonb(found.value))");
        }
        return field.expression()
                .then(SqlFragment.of(" = any(array("))
                .then(lookup)
                .then(SqlFragment.of("))"));
    }

    private static SqlFragment oneOf(FilterField field, List<?> found) {
        if (found.isEmpty()) {
            return SqlFragment.FALSE;
        }
        if (field.member() != null) {
            return contained(field, found);
        }
        return found.size() == 1 ? append(field, " = ?", found.get(0)) : append(field, " = any(?)", found);
    }

    private static SqlFragment compared(FilterField field, FilterOp op, List<?> values) {
        return switch (op) {
            case LT -> append(field, " < ?", values.get(0));
            case LE -> append(field, " <= ?", values.get(0));
            case GT -> append(field, " > ?", values.get(0));
            case GE -> append(field, " >= ?", values.get(0));
            default -> append(field, " >= ?", values.get(0)).and(append(field, " <= ?", values.get(1)));
        };
    }

    private static SqlFragment truth(FilterField field, boolean value) {
        if (field.member() != null) {
            return contained(field, List.of(value));
        }
        return value ? field.expression() : field.expression().not();
    }

    /** Equality with a member of a document, in the form that an index of what documents contain serves. */
    private static SqlFragment contained(FilterField field, List<?> values) {
        FilterField.Member member = field.member();
        List<SqlFragment> ways = values.stream()
                .map(value -> SqlFragment.of(member.column() + " @> cast(? as jsonb)", member.holding(value)))
                .toList();
        return joined(ways, " or ", SqlFragment.FALSE);
    }

    private static SqlFragment equal(FilterField field, List<?> values, String sqlType) {
        List<?> distinct = values.stream().distinct().toList();
        if (field.member() != null) {
            return contained(field, distinct);
        }
        if (distinct.size() == 1 && !sqlType.equals("numeric")) {
            return append(field, " = ?", distinct.get(0));
        }
        return append(field, " = any(cast(? as " + sqlType + "[]))", distinct);
    }

    private static SqlFragment empty(FilterField field) {
        if (field.present() == null && field.isMultiple()) {
            return field.put(SqlFragment.TRUE).not();
        }
        return field.present() == null && !field.type().isText()
                ? field.expression().then(SqlFragment.of(" is null"))
                : notTrue(notEmpty(field));
    }

    private static SqlFragment notEmpty(FilterField field) {
        if (field.present() != null) {
            return field.present();
        }
        if (field.isMultiple()) {
            return field.put(SqlFragment.TRUE);
        }
        return field.expression().then(SqlFragment.of(field.type().isText() ? " <> ''" : " is not null"));
    }

    /** No value matches: an {@code exists} is never unknown, and its plain negation is an anti-join. */
    private static SqlFragment no(FilterField field, SqlFragment positive) {
        return field.isMultiple() ? positive.not() : notTrue(positive);
    }

    private static SqlFragment notTrue(SqlFragment condition) {
        return SqlFragment.of("((").then(condition).then(SqlFragment.of(")" + NOT_TRUE + ")"));
    }

    private static SqlFragment joined(List<SqlFragment> parts, String operator, SqlFragment ofNone) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? ofNone : parts.get(0);
        }
        String sql = parts.stream().map(SqlFragment::sql).collect(Collectors.joining(operator, "(", ")"));
        return new SqlFragment(
                sql, parts.stream().flatMap(part -> part.parameters().stream()).toList());
    }

    private static SqlFragment append(FilterField field, String operator, Object parameter) {
        return field.expression().then(SqlFragment.of(operator, parameter));
    }

    private static List<String> texts(List<Object> values) {
        return values.stream().map(FilterValues::text).toList();
    }
}
