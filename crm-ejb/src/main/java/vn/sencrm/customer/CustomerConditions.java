package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterContext;
import vn.sencrm.identity.Account;

/** What a filter and a search mean for somebody, as conditions in SQL: for pages and for jobs that work for a user. */
@ApplicationScoped
public class CustomerConditions {

    @Inject
    CustomerListSql list;

    @Inject
    CustomerFilters filters;

    @Inject
    Clock clock;

    /**
     * On {@code customer c}; {@link SqlFragment#TRUE} itself when nothing restricts the list.
     *
     * @param filter null for none
     * @param search null or blank for none
     */
    SqlFragment where(Account user, Filter filter, String search) {
        Optional<SqlFragment> words = CustomerSearchSql.where(search);
        if (filter == null) {
            return words.orElse(SqlFragment.TRUE);
        }
        SqlFragment conditions = filters.where(filter, context(user));
        return words.map(conditions::and).orElse(conditions);
    }

    private FilterContext context(Account user) {
        return new FilterContext(user.id(), user.teams(), clock, clock.getZone(), list::values);
    }

    /** All that match, as far as the user sees them, as one condition on {@code customer c}. */
    public SqlFragment seen(Account user, Filter filter, String search) {
        return list.seen(user, where(user, filter, search));
    }

    /** Selects the ids of all that match, as far as the user sees them: for statements on the whole set. */
    public SqlFragment matching(Account user, Filter filter, String search) {
        return list.matching(user, where(user, filter, search));
    }
}
