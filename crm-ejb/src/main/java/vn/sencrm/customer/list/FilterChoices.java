package vn.sencrm.customer.list;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerSuggestions;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** What the references of a customer filter stand for: found while one types, and named where they are shown. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class FilterChoices {

    private static final String ACCOUNT = "account";

    @Inject
    FilterChoicesSql sql;

    @Inject
    CustomerSuggestions customers;

    @Inject
    CurrentUser currentUser;

    /** Whether a field's values are too many to be offered all at once, and are found by typing. */
    public boolean isFound(String field) {
        return field.equals(ACCOUNT) || sql.isFound(field);
    }

    /** What matches the typed words, the best first; nothing for a field whose values are not found by typing. */
    public List<FilterChoice> find(String field, String typed, int limit) {
        if (TextFold.clean(typed == null ? "" : typed).isEmpty()) {
            return List.of();
        }
        if (field.equals(ACCOUNT)) {
            return customers.find(typed, CustomerStage.ACCOUNT, limit).stream()
                    .map(hit -> new FilterChoice(hit.code(), hit.name(), hit.name(), hit.code()))
                    .toList();
        }
        return sql.find(field, typed, currentUser.id(), limit);
    }

    /** By field, what the values of a filter's references are called, as they are written there. */
    public Map<String, Map<String, FilterChoice>> names(Filter filter) {
        Map<String, Set<String>> values = new HashMap<>();
        collect(filter, values);
        Map<String, Map<String, FilterChoice>> names = new HashMap<>();
        values.forEach((field, named) -> names.put(field, sql.names(field, named, currentUser.get())));
        return names;
    }

    private void collect(Filter filter, Map<String, Set<String>> values) {
        if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> collect(part, values));
        } else if (filter instanceof Filter.Or or) {
            or.parts().forEach(part -> collect(part, values));
        } else if (filter instanceof Filter.Not not) {
            collect(not.part(), values);
        } else if (filter instanceof Filter.Condition condition && sql.isNamed(condition.field())) {
            Set<String> ofField = values.computeIfAbsent(condition.field(), field -> new HashSet<>());
            condition.values().forEach(value -> ofField.add(value.toString()));
        }
    }
}
