package vn.sencrm.common.filter;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sencrm.common.filter.Filter.Condition;

/** The sentence form of a filter: "Trạng thái là Mới hoặc Đang tư vấn, và Nhãn có VIP". */
public final class FilterSentence {

    /** Past this many, the values of one condition are only counted. */
    private static final int MAX_VALUES = 10;

    private static final Pattern ROLLING = Pattern.compile("P(-?)(\\d+)([DWMY])");

    private final FilterFields fields;
    private final FilterLabels labels;

    private FilterSentence(FilterFields fields, FilterLabels labels) {
        this.fields = fields;
        this.labels = labels;
    }

    public static String of(Filter filter, FilterFields fields, FilterLabels labels) {
        return new FilterSentence(fields, labels).sentence(filter);
    }

    private String sentence(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts().isEmpty() ? say("all") : joined("and", and.parts());
        }
        if (filter instanceof Filter.Or or) {
            return joined("or", or.parts());
        }
        if (filter instanceof Filter.Not not) {
            return say("not", sentence(not.part()));
        }
        return condition((Condition) filter);
    }

    private String joined(String how, List<Filter> parts) {
        int last = parts.size() - 1;
        String all = last == 0 ? sentence(parts.get(0)) : part(parts.get(0), false);
        for (int i = 1; i <= last; i++) {
            all = say(how, all, part(parts.get(i), i == last));
        }
        return all;
    }

    /** A tree beside other parts stands in parentheses; so does a negated one, where it would seem to go on. */
    private String part(Filter part, boolean isLast) {
        boolean goesOn = part instanceof Filter.Not not && !isLast && isTree(not.part());
        return isTree(part) || goesOn ? say("group", sentence(part)) : sentence(part);
    }

    private static boolean isTree(Filter filter) {
        return filter instanceof Filter.Or
                || filter instanceof Filter.And and && and.parts().size() > 1;
    }

    private String condition(Condition condition) {
        FilterField field = fields.get(condition.field(), "");
        String label = labels.field(field);
        List<Object> values = condition.values();
        return switch (condition.op()) {
            case EMPTY, NOTEMPTY -> say(condition.op().code(), label);
            case BETWEEN -> say("between", label, value(field, values.get(0)), value(field, values.get(1)));
            case WITHIN -> within(label, (String) values.get(0));
            case CONTAINS, STARTS -> say(condition.op().code(), label, value(field, values.get(0)));
            case LT, LE, GT, GE -> say(comparison(field, condition.op()), label, value(field, values.get(0)));
            default ->
                field.type() == FilterType.BOOLEAN
                        ? truth(condition, label)
                        : say(equality(field, condition.op()), label, either(field, values));
        };
    }

    private String truth(Condition condition, String label) {
        boolean yes = (Boolean) condition.values().get(0) != condition.op().isNegative();
        return say(yes ? "yes" : "no", label);
    }

    private static String comparison(FilterField field, FilterOp op) {
        return op.code() + (field.type() == FilterType.NUMBER ? ".number" : ".date");
    }

    private static String equality(FilterField field, FilterOp op) {
        return (op.isNegative() ? "ne" : "eq") + (field.isMultiple() ? ".many" : ".one");
    }

    private String within(String label, String period) {
        Matcher rolling = ROLLING.matcher(period);
        if (!rolling.matches()) {
            boolean day = period.equals("today") || period.equals("yesterday") || period.equals("tomorrow");
            return say(day ? "eq.one" : "within", label, say("period." + period));
        }
        String key = (rolling.group(1).isEmpty() ? "next." : "last.") + rolling.group(3);
        return say("within", label, say("period." + key, Integer.parseInt(rolling.group(2))));
    }

    private String either(FilterField field, List<Object> values) {
        String all = value(field, values.get(0));
        for (Object value : values.subList(1, Math.min(values.size(), MAX_VALUES))) {
            all = say("either", all, value(field, value));
        }
        int left = values.size() - MAX_VALUES;
        return left > 0 ? say("more", all, left) : all;
    }

    private String value(FilterField field, Object value) {
        return switch (field.type()) {
            case NUMBER -> number(value);
            case DATE, BIRTHDAY, DATETIME -> time((String) value);
            case TEXT, KEY, EMAIL, PHONE -> say("quoted", FilterValues.text(value));
            case CODE -> labels.value(field, field.codeFor((String) value));
            default -> reference(field, FilterValues.text(value));
        };
    }

    private String reference(FilterField field, String value) {
        if (value.equals(FilterContext.ME)) {
            return say("me");
        }
        return value.equals(FilterContext.MY_TEAMS) ? say("myTeams") : labels.value(field, value);
    }

    private String number(Object value) {
        return NumberFormat.getInstance(labels.locale()).format(FilterValues.number(value));
    }

    private String time(String value) {
        LocalDate date = FilterValues.date(value);
        if (date != null) {
            return DateTimeFormatter.ofPattern(labels.pattern("date")).format(date);
        }
        return DateTimeFormatter.ofPattern(labels.pattern("moment")).format(asWritten(value));
    }

    /** The moment's own clock: the sentence repeats what was written. */
    private static LocalDateTime asWritten(String value) {
        try {
            return OffsetDateTime.parse(value).toLocalDateTime();
        } catch (DateTimeParseException e) {
            return LocalDateTime.parse(value);
        }
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(labels.pattern(key), labels.locale()).format(arguments);
    }
}
