package vn.sencrm.customer.gap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Who lacks what, only ever of customers that the caller may see. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class GapQueries {

    @Inject
    GapSql sql;

    @Inject
    CurrentUser currentUser;

    /**
     * How many lack a field.
     *
     * @param exact false when there are at least {@code customers}
     */
    public record Count(CustomerField field, long customers, boolean exact) {}

    /** The fields that somebody lacks, in the order of the form. */
    public List<Count> counts() {
        Account user = currentUser.get();
        int limit = CustomerListRequest.COUNT_LIMIT;
        boolean more = sql.hasMore(user, limit + 1);
        List<Count> counts = new ArrayList<>();
        sql.counts(user, limit + 1).forEach((name, number) -> CustomerField.named(name)
                .filter(field -> number > 0)
                .ifPresent(field -> counts.add(new Count(field, Math.min(number, limit), number <= limit && !more))));
        counts.sort(Comparator.comparing(Count::field));
        return counts;
    }

    /** The names in JSON of what each of these customers, which the caller has just read, lacks. */
    public Map<Long, List<String>> of(Collection<Long> ids) {
        return sql.of(ids);
    }
}
