package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.common.SqlFragment;

/** Whether anybody would miss a customer: by the database's own foreign keys, so that no table is forgotten. */
@ApplicationScoped
public class CustomerUsesSql {

    /** What goes with a customer without a loss. */
    private static final Set<String> PART_OF_IT =
            Set.of("customer_tag", "customer_follow", "group_member", "customer_opened");

    @Inject
    CustomerForeignKeysSql foreignKeys;

    /** Whether anything but its own parts refers to the customer {@code c}: a comment, a file, a contact … */
    public SqlFragment isUsed() {
        String conditions = foreignKeys.all().stream()
                .filter(key -> !key.isDerived() && !key.isOfDuplicates() && !PART_OF_IT.contains(key.table()))
                .map(key -> "exists (select from " + key.table() + " used where used." + key.column() + " = c.id)")
                .collect(Collectors.joining(" or "));
        return SqlFragment.of("(" + conditions + ")");
    }
}
