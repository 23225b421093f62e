package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/**
 * What refers to customers, as the database's own foreign keys tell it: a table that a later feature adds cannot be
 * forgotten.
 */
@ApplicationScoped
public class CustomerUsesSql {

    /** What is made of a customer's own fields, or goes with it without a loss. */
    private static final Set<String> PART_OF_IT = Set.of(
            "identity_key",
            "customer_place",
            "customer_gap",
            "customer_tag",
            "customer_follow",
            "group_member",
            "customer_opened",
            "duplicate_pair",
            "duplicate_member",
            "duplicate_different");

    @Inject
    Database database;

    /** A column that refers to customers; both names are quoted where they need it. */
    private record Reference(String table, String column) {}

    /** Whether anything but its own parts refers to the customer {@code c}: a comment, a file, a contact … */
    public SqlFragment isUsed() {
        String conditions = references().stream()
                .filter(reference -> !PART_OF_IT.contains(reference.table()))
                .map(reference -> "exists (select from " + reference.table() + " used where used." + reference.column()
                        + " = c.id)")
                .collect(Collectors.joining(" or "));
        return SqlFragment.of("(" + conditions + ")");
    }

    private List<Reference> references() {
        return database.list(
                SqlFragment.of(
                        """
                        select f.conrelid::regclass::text as table_name, quote_ident(a.attname) as column_name
                        from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                        where f.contype = 'f' and f.confrelid = 'customer'::regclass and f.conparentid = 0
                        order by 1, 2
                        """),
                row -> new Reference(row.getString("table_name"), row.getString("column_name")));
    }
}
