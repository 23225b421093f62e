package vn.sencrm.customer.gap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.attribute.RecentAttributes;
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
    RecentAttributes attributes;

    @Inject
    CurrentUser currentUser;

    /**
     * How many lack a field.
     *
     * @param field its name in JSON, {@code attributes.<code>} for an attribute
     * @param exact false when there are at least {@code customers}
     */
    public record Count(String field, long customers, boolean exact) {}

    /** The names in JSON of all that can be lacking: fields in the order of the form, then the required attributes. */
    public List<String> fields() {
        return Stream.concat(
                        RequirableFields.all().stream().map(CustomerField::jsonName),
                        attributes.get().requiredNames().stream())
                .toList();
    }

    /** The fields that somebody lacks, in the order of {@link #fields}. */
    public List<Count> counts() {
        Account user = currentUser.get();
        int limit = CustomerListRequest.COUNT_LIMIT;
        boolean more = sql.hasMore(user, limit + 1);
        Map<String, Long> counted = sql.counts(user, limit + 1);
        return fields().stream()
                .filter(field -> counted.getOrDefault(field, 0L) > 0)
                .map(field -> count(field, counted.get(field), limit, more))
                .toList();
    }

    private static Count count(String field, long number, int limit, boolean more) {
        return new Count(field, Math.min(number, limit), number <= limit && !more);
    }

    /** What each of these customers, which the caller has just read, lacks, in the order of {@link #fields}. */
    public Map<Long, List<String>> of(Collection<Long> ids) {
        List<String> order = fields();
        Map<Long, List<String>> lacking = sql.of(ids);
        lacking.replaceAll(
                (id, fields) -> order.stream().filter(fields::contains).toList());
        return lacking;
    }
}
