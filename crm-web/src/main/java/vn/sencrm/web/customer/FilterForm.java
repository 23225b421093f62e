package vn.sencrm.web.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.Filter.Condition;
import vn.sencrm.common.filter.FilterOp;

/** The conditions that the form "+ Điều kiện" sends: one for each control that was touched. */
final class FilterForm {

    /** Present when the form was sent. */
    static final String SENT = "add";

    /** The controls, each named like the field that it compares. */
    static final List<String> CHECKED = List.of("status", "kind");

    static final List<String> CHOSEN = List.of("owner", "source", "category", "tier");
    static final List<String> WITHIN = List.of("createdAt", "updatedAt");
    static final List<String> PRESENT = List.of("phones", "emails");
    static final List<String> PERIODS =
            List.of("today", "yesterday", "P-7D", "P-30D", "thisMonth", "lastMonth", "thisQuarter", "thisYear");

    /** Stands for "has none" among what can be chosen. */
    static final String NONE = "-";

    private final Map<String, String[]> sent;

    FilterForm(Map<String, String[]> sent) {
        this.sent = sent;
    }

    boolean isSent() {
        return sent.containsKey(SENT);
    }

    /** The filter of the list narrowed by what was sent. */
    Filter addTo(Filter filter) {
        List<Filter> conditions = conditions();
        if (conditions.isEmpty()) {
            return filter;
        }
        boolean either = conditions.size() > 1 && "or".equals(one("combine"));
        List<Filter> parts = new ArrayList<>(parts(filter));
        if (either) {
            parts.add(new Filter.Or(conditions));
        } else {
            conditions.stream().filter(condition -> !parts.contains(condition)).forEach(parts::add);
        }
        return new Filter.And(parts);
    }

    /** What a filter's chips stand for: the parts that must all match. */
    static List<Filter> parts(Filter filter) {
        return filter instanceof Filter.And and ? and.parts() : List.of(filter);
    }

    private List<Filter> conditions() {
        List<Filter> conditions = new ArrayList<>();
        CHECKED.forEach(name -> addChosen(conditions, name, many(name)));
        CHOSEN.forEach(name -> addChosen(conditions, name, many(name)));
        WITHIN.forEach(
                name -> many(name).forEach(period -> conditions.add(Condition.of(name, FilterOp.WITHIN, period))));
        PRESENT.forEach(name -> many(name)
                .forEach(has ->
                        conditions.add(Condition.of(name, has.equals(NONE) ? FilterOp.EMPTY : FilterOp.NOTEMPTY))));
        return conditions;
    }

    private static void addChosen(List<Filter> conditions, String name, List<String> values) {
        if (values.contains(NONE)) {
            conditions.add(Condition.of(name, FilterOp.EMPTY));
        } else if (values.size() == 1) {
            conditions.add(Condition.of(name, FilterOp.EQ, values.get(0)));
        } else if (!values.isEmpty()) {
            conditions.add(new Condition(name, FilterOp.IN, List.copyOf(values)));
        }
    }

    private String one(String name) {
        return many(name).stream().findFirst().orElse("");
    }

    private List<String> many(String name) {
        return Arrays.stream(sent.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }
}
