package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterContext;
import vn.sencrm.common.filter.FilterException;
import vn.sencrm.common.filter.FilterFields;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.common.filter.FilterParser;
import vn.sencrm.common.filter.FilterSql;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeFilters;
import vn.sencrm.customer.attribute.Attributes;
import vn.sencrm.customer.attribute.RecentAttributes;

/**
 * What customers can be filtered by at this moment: the fields of every customer and the attributes that the company
 * defines ({@code attr.<code>}). Definitions may be some seconds old; what is not among them is looked for anew.
 */
@ApplicationScoped
public class CustomerFilters {

    @Inject
    RecentAttributes attributes;

    @Inject
    Instance<DynamicGroups> groups;

    /** All of them, in the order in which they are offered; what is archived is not. */
    public FilterFields fields() {
        return fields(attributes.get());
    }

    private static FilterFields fields(Attributes defined) {
        return CustomerFilterFields.BUILT_IN
                .replacing(CustomerFilterFields.missing(defined.requiredNames()))
                .with(AttributeFilters.of(defined));
    }

    /** The fields by which a filter that was parsed is said or run. */
    public FilterFields fields(Filter filter) {
        return filter.fields().stream().anyMatch(CustomerFilters::isOfAttributes)
                ? fields()
                : CustomerFilterFields.BUILT_IN;
    }

    private static boolean isOfAttributes(String field) {
        return field.startsWith(Attribute.FILTER_PREFIX) || field.equals(CustomerFilterFields.MISSING);
    }

    /**
     * Reads a filter's JSON; a blank one is {@link Filter#ALL}.
     *
     * @throws FilterException UNKNOWN_FIELD for an attribute that is not defined, or not any more
     */
    public Filter parse(String json) {
        if (json == null || !json.contains(Attribute.FILTER_PREFIX) && !json.contains(Attribute.JSON_PREFIX)) {
            return FilterParser.parse(json, CustomerFilterFields.BUILT_IN);
        }
        try {
            return FilterParser.parse(json, fields());
        } catch (FilterException refused) {
            // What it names may have been defined a moment ago, by another server.
            return FilterParser.parse(json, fields(attributes.anew()));
        }
    }

    /** The filter as a condition on {@code customer c}. */
    public SqlFragment where(Filter filter, FilterContext context) {
        Filter whole = filter.fields().contains(CustomerFilterFields.GROUP) ? withGroups(filter) : filter;
        return FilterSql.where(whole, fields(whole), context);
    }

    /** The filter with those of the dynamic groups that it names. */
    private Filter withGroups(Filter filter) {
        if (filter instanceof Filter.And and) {
            return new Filter.And(and.parts().stream().map(this::withGroups).toList());
        }
        if (filter instanceof Filter.Or or) {
            return new Filter.Or(or.parts().stream().map(this::withGroups).toList());
        }
        if (filter instanceof Filter.Not not) {
            return new Filter.Not(withGroups(not.part()));
        }
        return withMembers((Filter.Condition) filter);
    }

    private Filter withMembers(Filter.Condition condition) {
        boolean isNamed = condition.field().equals(CustomerFilterFields.GROUP)
                && !condition.values().isEmpty();
        List<Filter> ways = new ArrayList<>();
        if (isNamed) {
            List<String> names =
                    condition.values().stream().map(Object::toString).toList();
            groups.forEach(
                    found -> found.filters(names).stream().map(this::parse).forEach(ways::add));
        }
        if (ways.isEmpty()) {
            return condition;
        }
        ways.add(new Filter.Condition(condition.field(), FilterOp.IN, condition.values()));
        Filter any = new Filter.Or(ways);
        return condition.op() == FilterOp.EQ || condition.op() == FilterOp.IN ? any : new Filter.Not(any);
    }
}
