package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterContext;
import vn.sencrm.common.filter.FilterException;
import vn.sencrm.common.filter.FilterField;
import vn.sencrm.common.filter.FilterFields;
import vn.sencrm.common.filter.FilterParser;
import vn.sencrm.common.filter.FilterSql;
import vn.sencrm.common.filter.FilterType;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeFilters;
import vn.sencrm.customer.attribute.AttributesSql;

/**
 * What customers can be filtered by at this moment: the fields of every customer and the attributes that the company
 * defines ({@code attr.<code>}). Definitions are read anew for each filter that may name one, and only for those.
 */
@ApplicationScoped
public class CustomerFilters {

    @Inject
    AttributesSql attributes;

    /** All of them, in the order in which they are offered; what is archived is not. */
    public FilterFields fields() {
        return CustomerFilterFields.BUILT_IN.with(AttributeFilters.of(attributes.load()));
    }

    /** The fields by which a filter that was parsed is said or run; attributes that are gone are among them as GONE. */
    public FilterFields fields(Filter filter) {
        List<String> named = filter.fields().stream()
                .filter(name -> name.startsWith(Attribute.FILTER_PREFIX))
                .toList();
        if (named.isEmpty()) {
            return CustomerFilterFields.BUILT_IN;
        }
        FilterFields known = fields();
        return known.with(named.stream()
                .filter(name -> known.find(name).isEmpty())
                .map(CustomerFilters::gone)
                .toList());
    }

    /** @throws FilterException UNKNOWN_FIELD for an attribute that is not defined, or not any more */
    public Filter parse(String json) {
        return FilterParser.parse(json, mayNameAttributes(json) ? fields() : CustomerFilterFields.BUILT_IN);
    }

    /** As {@link #parse}, but conditions on attributes that are gone are kept, so that a page can show and remove them. */
    public Filter parseKept(String json) {
        if (!mayNameAttributes(json)) {
            return parse(json);
        }
        FilterFields known = fields();
        List<FilterField> gone = new ArrayList<>();
        while (true) {
            try {
                return FilterParser.parse(json, known.with(gone));
            } catch (FilterException unknown) {
                String name = unknown.code().equals(FilterException.UNKNOWN_FIELD)
                        ? String.valueOf(unknown.arguments().get(0))
                        : "";
                if (!name.startsWith(Attribute.FILTER_PREFIX)) {
                    throw unknown;
                }
                gone.add(gone(name));
            }
        }
    }

    /** The filter as a condition on {@code customer c}. What asks for an attribute that is gone matches nothing. */
    public SqlFragment where(Filter filter, FilterContext context) {
        FilterFields fields = fields(filter);
        boolean asksForGone = filter.fields().stream().anyMatch(name -> fields.find(name)
                .filter(field -> field.type() == FilterType.GONE)
                .isPresent());
        return asksForGone ? SqlFragment.FALSE : FilterSql.where(filter, fields, context);
    }

    private static boolean mayNameAttributes(String json) {
        return json != null && json.contains(Attribute.FILTER_PREFIX);
    }

    private static FilterField gone(String name) {
        return FilterField.of(name, FilterType.GONE, "false");
    }
}
